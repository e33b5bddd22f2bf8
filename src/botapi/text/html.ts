/**
 * parse_mode HTML, as strictly as the real server reads it: only its own tags, every tag closed in order, and
 * its words for each mistake. Offsets in errors are bytes, offsets in entities UTF-16 units.
 */
import type { Entity } from "../params/entity.ts";
import { badRequest } from "../refusal.ts";
import { readAttributes } from "./html-attributes.ts";
import { entityOf, type OpenTag } from "./html-entity.ts";
import { readCharacterReference } from "./html-references.ts";

const tags = new Set(
  "a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote".split(" "),
);

export interface Parsed {
  text: string;
  entities: Entity[];
}

/** Reads HTML into text and entities; a mistake is a 400 "can't parse entities: ...". */
export function parseHtml(html: string): Parsed {
  const open: OpenTag[] = [];
  const entities: Entity[] = [];
  let text = "";
  let at = 0;
  while (at < html.length) {
    const character = html.charAt(at);
    if (character === "&") {
      const reference = readCharacterReference(html, at);
      text += reference.text;
      at = reference.end;
    } else if (character !== "<") {
      text += character;
      at += 1;
    } else if (html.charAt(at + 1) === "/") {
      at = closeTag(html, at, open, entities, text);
    } else {
      const tag = openTag(html, at, text.length);
      open.push(tag.tag);
      at = tag.end;
    }
  }
  const left = open.at(-1);
  if (left !== undefined) throw broken(`Can't find end tag corresponding to start tag "${left.name}"`);
  return { text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) };
}

function openTag(html: string, begin: number, offset: number): { tag: OpenTag; end: number } {
  const where = `at byte offset ${bytesBefore(html, begin)}`;
  const name = /^[^\s>]*/.exec(html.slice(begin + 1))?.[0] ?? "";
  const afterName = begin + 1 + name.length;
  if (afterName >= html.length) throw broken(`Unclosed start tag ${where}`);
  const lower = name.toLowerCase();
  if (!tags.has(lower)) throw broken(`Unsupported start tag "${lower}" ${where}`);
  const { attributes, end } = readAttributes(html, afterName, lower, where, broken);
  if (lower === "span" && attributes.get("class") !== "tg-spoiler") {
    throw broken(`Tag "span" must have class "tg-spoiler" ${where}`);
  }
  return { tag: { name: lower, attributes, offset }, end };
}

function closeTag(html: string, begin: number, open: OpenTag[], entities: Entity[], text: string): number {
  const where = `at byte offset ${bytesBefore(html, begin)}`;
  const tag = open.pop();
  if (tag === undefined) throw broken(`Unexpected end tag ${where}`);
  const match = /^([^\s>]*)\s*/.exec(html.slice(begin + 2));
  const name = (match?.[1] ?? "").toLowerCase();
  const end = begin + 2 + (match?.[0].length ?? 0);
  if (html.charAt(end) !== ">") throw broken(`Unclosed end tag ${where}`);
  if (name !== "" && name !== tag.name) {
    throw broken(`Unmatched end tag ${where}, expected "</${tag.name}>", found "</${name}>"`);
  }
  const entity = entityOf(tag, text, entities);
  if (entity !== undefined) entities.push(entity);
  return end + 1;
}

function bytesBefore(html: string, index: number): number {
  return Buffer.byteLength(html.slice(0, index));
}

function broken(what: string): Error {
  return badRequest(`can't parse entities: ${what}`);
}
