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
  const text = parts.map(({ text }, at) => text + between(text, parts[at + 1]?.text)).join("");
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

/** A full part was cut anywhere, also one unit short of full before a character of two; another at a line's end. */
function between(text: string, next: string | undefined): string {
  const beforePair = text.length === fullPart - 1 && /^[\uD800-\uDBFF]/.test(next ?? "");
  return next === undefined || text.length === fullPart || beforePair ? "" : "\n";
}
