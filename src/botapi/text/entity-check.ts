/**
 * Whether given entities fit their text. The real server mends or drops most of what is wrong here without a
 * word; this one refuses it, since a wrong offset is always a defect of the bot.
 */
import type { Entity } from "../params/entity.ts";
import { badRequest } from "../refusal.ts";

/** Throws a Refusal for the first entity that does not fit. */
export function checkEntities(text: string, entities: readonly Entity[]): void {
  for (const [index, entity] of entities.entries()) {
    const { type, offset, length } = entity;
    const name = `entity ${index} (${type} at ${offset}, length ${length})`;
    if (offset < 0) throw badRequest(`receive an entity with incorrect offset ${offset}`);
    if (length < 0) throw badRequest(`receive an entity with incorrect length ${length}`);
    if (length === 0) throw badRequest(`can't parse entities: ${name} is empty`);
    if (offset + length > text.length) {
      throw badRequest(`ENTITY_BOUNDS_INVALID: ${name} ends after the text (${text.length})`);
    }
    if (splitsPair(text, offset) || splitsPair(text, offset + length)) {
      throw badRequest(`can't parse entities: ${name} splits a surrogate pair`);
    }
    if (type === "text_link" && !entity.url)
      throw badRequest(`can't parse MessageEntity: ${name} has no url`);
    if (type === "text_mention" && !entity.user)
      throw badRequest(`can't parse MessageEntity: ${name} has no user`);
  }
}

function splitsPair(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
