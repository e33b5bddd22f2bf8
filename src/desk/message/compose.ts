/** Building drafts: paragraphs of formatted text, cut to what Telegram takes, without ever writing markup. */
import { FormattedString } from "@grammyjs/parse-mode";
import { type Button, type Draft, Entity } from "./draft.ts";

export type Rich = FormattedString | string;

/** Telegram's limit for a message, in UTF-16 code units after parsing (FACTS). */
const maxText = 4096;
/** Above this a text inside a message becomes a document: it no longer fits a phone screen, even folded. */
const maxQuote = 2500;

export const code = (text: string): FormattedString => FormattedString.code(text);
export const bold = (text: string): FormattedString => FormattedString.bold(text);

export interface DraftParts {
  /** Lines of the message; empty ones are left out. */
  lines: readonly Rich[];
  /** Long material: folded below the lines, or a document when it is too long for that. */
  long?: { text: string; fileName: string };
  buttons?: readonly (readonly Button[])[];
}

export function draft({ lines, long, buttons = [] }: DraftParts): Draft {
  const material = long?.text.trim() ?? "";
  const fits = material.length <= maxQuote;
  const quote = material && fits ? [FormattedString.expandableBlockquote(material)] : [];
  const all = [...lines, ...quote].filter((line) => line.toString() !== "");
  const { text, entities } = cut(FormattedString.join(all, "\n"));
  return {
    text: text || " ",
    entities,
    buttons: buttons.filter((row) => row.length > 0).map((row) => [...row]),
    ...(long && material && !fits ? { document: { name: long.fileName, content: material } } : {}),
  };
}

/** A text as its first part and as a document when it is longer than a message. */
function cut(whole: FormattedString): Pick<Draft, "text" | "entities"> {
  const text = clip(whole.text, maxText);
  const entities = whole.entities.flatMap((entity) => {
    const known = Entity.safeParse(entity);
    const length = Math.min(entity.length, text.length - entity.offset);
    return known.success && length > 0 ? [{ ...known.data, length }] : [];
  });
  return { text, entities };
}

/** At most so many UTF-16 units, never ending inside a character; cut ends show an ellipsis. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = max - 1;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return `${text.slice(0, splitsPair ? end - 1 : end)}…`;
}

/** A finished draft with one more line, where there is room for it. */
export function withLine(message: Draft, line: string): Draft {
  const text = `${message.text}\n${line}`;
  return text.length > maxText ? message : { ...message, text };
}
