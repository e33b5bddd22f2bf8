/** What Telegram finds in a text by itself: commands, mentions, hashtags, links, addresses. */
import type { Entity } from "../params/entity.ts";

const patterns: readonly (readonly [Entity["type"], RegExp])[] = [
  ["url", /\bhttps?:\/\/[^\s<>"']+\.[^\s<>"']*[^\s<>"'.,;:!?)\]]/gi],
  ["email", /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g],
  ["bot_command", /(?<![\w/<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{2,31})?(?![\w/])/g],
  ["mention", /(?<![\w@])@[A-Za-z]\w{3,31}\b/g],
  ["hashtag", /(?<![\w#])#\w*[A-Za-z_]\w*/g],
];

/** Nothing is looked for inside these. */
const closed = new Set(["code", "pre", "text_link", "text_mention", "custom_emoji", "url", "email"]);

/** `entities` and what was found beside them, in reading order. */
export function withDetected(text: string, entities: readonly Entity[]): Entity[] {
  const all = [...entities];
  for (const [type, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const found: Entity = { type, offset: match.index, length: match[0].length };
      const taken = all.some((other) => (closed.has(other.type) || detected(other)) && overlap(other, found));
      if (!taken) all.push(found);
    }
  }
  return all.sort((a, b) => a.offset - b.offset || b.length - a.length);
}

function detected(entity: Entity): boolean {
  return patterns.some(([type]) => type === entity.type);
}

function overlap(a: Entity, b: Entity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
