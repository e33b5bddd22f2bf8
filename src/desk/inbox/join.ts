/** Telegram clients cut a text longer than 4,096 characters into several messages; here it becomes one again. Pure. */
import type { IncomingOf } from "./incoming.ts";

export type Part = IncomingOf<"text">;

/** Clients cut at 4,096, or a little before it at a blank. */
const fullPart = 4096;
const nearlyFull = 3900;

/** True when another part may follow. */
export function isFullPart(text: string): boolean {
  return text.length >= nearlyFull;
}

/** The parts as one message, with the place of the first; undefined when there are none. */
export function joinParts(parts: readonly Part[]): Part | undefined {
  const [first] = parts;
  if (!first) return undefined;
  const text = parts
    .map(({ text }, at) => (at === parts.length - 1 || text.length === fullPart ? text : `${text}\n`))
    .join("");
  const { kind, updateId, at, from, chat, thread, messageId, replyTo } = first;
  return {
    kind,
    updateId,
    at,
    from,
    chat,
    messageId,
    text,
    ...(thread === undefined ? {} : { thread }),
    replyTo,
  };
}
