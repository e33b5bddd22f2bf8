/** What a closed HTML tag becomes. */
import type { Entity } from "../params/entity.ts";
import { checkedLink } from "./links.ts";

export interface OpenTag {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** Where its text begins. */
  offset: number;
}

const plain: Record<string, Entity["type"]> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  span: "spoiler",
  "tg-spoiler": "spoiler",
  pre: "pre",
  code: "code",
};

/**
 * The entity for `tag` closed at the end of `text`; none for an empty one. `<pre><code class="language-x">`
 * becomes one `pre` with a language, for which the inner entity is taken back out of `before`.
 */
export function entityOf(tag: OpenTag, text: string, before: Entity[]): Entity | undefined {
  const span = { offset: tag.offset, length: text.length - tag.offset };
  if (span.length === 0) return undefined;
  const type = plain[tag.name];
  if (tag.name === "pre") return preOf(span, before);
  if (tag.name === "code") return { type: "code", ...span, ...languageOf(tag) };
  if (type !== undefined) return { type, ...span };
  if (tag.name === "blockquote") {
    return { type: tag.attributes.has("expandable") ? "expandable_blockquote" : "blockquote", ...span };
  }
  if (tag.name === "tg-emoji") {
    return { type: "custom_emoji", ...span, custom_emoji_id: tag.attributes.get("emoji-id") ?? "" };
  }
  if (tag.name === "tg-time") {
    return { type: "date_time", ...span, unix_time: Number(tag.attributes.get("unix") ?? 0) };
  }
  const url = checkedLink(tag.attributes.get("href") ?? text.slice(tag.offset));
  return url === undefined ? undefined : { type: "text_link", ...span, url };
}

function preOf(span: { offset: number; length: number }, before: Entity[]): Entity {
  const inner = before.at(-1);
  const same = inner?.type === "code" && inner.offset === span.offset && inner.length === span.length;
  if (!same || inner.language === undefined) return { type: "pre", ...span };
  before.pop();
  return { type: "pre", ...span, language: inner.language };
}

function languageOf(tag: OpenTag): { language?: string } {
  const name = tag.attributes.get("class") ?? "";
  return name.startsWith("language-") ? { language: name.slice("language-".length) } : {};
}
