/** What Telegram does to every text: control characters become spaces, and both ends are trimmed. */
import type { Entity } from "../params/entity.ts";
import type { FormattedText } from "../world/message.ts";

/** The cleaned text with its entities moved along; entities left without text are dropped. */
export function cleaned(text: string, entities: readonly Entity[]): FormattedText {
  return trimmed(withoutControls(text, entities));
}

function withoutControls(text: string, entities: readonly Entity[]): FormattedText {
  const spaced = [...text].map((c) => (isControl(c) && c !== "\r" ? " " : c)).join("");
  const kept = (end: number): number => spaced.slice(0, end).replaceAll("\r", "").length;
  const moved = entities.map((entity) => {
    const offset = kept(entity.offset);
    return { ...entity, offset, length: kept(entity.offset + entity.length) - offset };
  });
  return { text: spaced.replaceAll("\r", ""), entities: moved };
}

function trimmed({ text, entities }: FormattedText): FormattedText {
  const firstEntity = Math.min(text.length, ...entities.map((entity) => entity.offset));
  const blankStart = /^[ \n]*/.exec(text)?.[0].length ?? 0;
  const start = Math.min(blankStart, firstEntity);
  const end = text.trimEnd().length;
  const kept = entities
    .map((entity) => {
      const last = Math.min(entity.offset + entity.length, end);
      return { ...entity, offset: entity.offset - start, length: last - entity.offset };
    })
    .filter((entity) => entity.length > 0);
  return { text: text.slice(start, Math.max(start, end)), entities: kept };
}

function isControl(character: string): boolean {
  return character < " " && character !== "\n";
}
