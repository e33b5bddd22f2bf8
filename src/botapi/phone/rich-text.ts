/** Entities become HTML. Nested ones nest; one that crosses another's end is cut there. */
import type { Entity } from "../params/entity.ts";
import { escapeHtml } from "./escape.ts";

/** A blockquote of more lines than this starts folded. */
const foldedLines = 3;

export function richText(text: string, entities: readonly Entity[]): string {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return render(text, 0, text.length, sorted);
}

function render(text: string, start: number, end: number, entities: readonly Entity[]): string {
  let html = "";
  let at = start;
  for (const [index, entity] of entities.entries()) {
    if (entity.offset < at) continue;
    const stop = Math.min(entity.offset + entity.length, end);
    const inner = entities.slice(index + 1).filter((other) => other.offset < stop);
    html += escapeHtml(text.slice(at, entity.offset));
    html += wrap(entity, render(text, entity.offset, stop, inner), text.slice(entity.offset, stop));
    at = stop;
    if (isBlock(entity) && text.charAt(at) === "\n") at += 1;
  }
  return html + escapeHtml(text.slice(at, end));
}

function isBlock(entity: Entity): boolean {
  return entity.type === "pre" || entity.type.endsWith("blockquote");
}

const inline: Partial<Record<Entity["type"], string>> = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
};

function wrap(entity: Entity, html: string, plain: string): string {
  const tag = inline[entity.type];
  if (tag !== undefined) return `<${tag}>${html}</${tag}>`;
  if (entity.type === "spoiler") return `<span class="spoiler">${html}</span>`;
  if (entity.type === "blockquote") return `<blockquote>${html}</blockquote>`;
  if (entity.type === "expandable_blockquote") {
    const folded = plain.split("\n").length > foldedLines || plain.length > foldedLines * 42;
    return `<blockquote class="${folded ? "folded" : ""}"><div>${html}</div></blockquote>`;
  }
  if (entity.type === "pre") {
    const language = entity.language ? `<small>${escapeHtml(entity.language)}</small>` : "";
    return `<pre>${language}${html}</pre>`;
  }
  return `<span class="link">${html}</span>`;
}
