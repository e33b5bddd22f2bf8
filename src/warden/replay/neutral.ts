/**
 * A journal's evidence with nothing in it that is somebody's own: what the rules go by stays, words are replaced.
 * What is not known to be Jama's or Claude Code's own word counts as somebody's, so a new field is safe until it is
 * listed here. Pure.
 */
import { Evidence } from "../evidence/evidence.ts";
import { lastMessageAsksPerson } from "../measure/question.ts";

/** Jama's words, and ids: kept to the letter. A test holds that all fields which take only certain words are here. */
export const ours: ReadonlySet<string> = new Set([
  "channel",
  "event",
  "id",
  "turn",
  "kind",
  "source",
  "procStart",
  "status",
  "order",
  "verdict",
  "stop",
  "claude",
  "launcher",
  "ended",
  "painting",
  "personTurn",
]);
/** Claude Code's words: kept, but for names. */
const claudes: ReadonlySet<string> = new Set(["waitingFor", "dialog", "error", "reason", "name", "tool"]);

/** Compared with each other by the rules: the same words become the same again. */
const compared: ReadonlySet<string> = new Set(["prompt", "wakeUps", "tasks", "boot", "renamed"]);
/** What Claude said last: all that matters is whether it asks something, and is the same as what was said elsewhere. */
const lastWords: ReadonlySet<string> = new Set(["lastMessage", "said"]);

export interface Names {
  /** What must not be seen, and what stands there instead; the longest first. */
  replace: readonly (readonly [string, string])[];
  /** Blots out what looks like a secret. */
  redact(text: string): string;
  /** Words are kept, but for names and secrets: where the rules stumbled over the words themselves. */
  keepWords: boolean;
}

/** Makes evidence of one journal neutral, piece by piece. */
export function neutraliser(names: Names): (evidence: Evidence) => Evidence {
  const known = new Map<string, string>();
  const numbered = (word: string) => {
    const number = known.get(word) ?? `w${known.size + 1}`;
    known.set(word, number);
    return number;
  };
  const said = (own: string) => {
    const paragraphs = own.split("\n\n").map((one) => `${numbered(one.replaceAll(/\s/g, ""))}.`);
    return paragraphs.join("\n\n") + (lastMessageAsksPerson(own) ? " Shall I go on?" : "");
  };
  const text = (own: string, key: string): string => {
    if (own === "" || ours.has(key)) return own;
    const nameless = names.replace.reduce((rest, [name, other]) => rest.replaceAll(name, other), own);
    if (names.keepWords || claudes.has(key)) return names.redact(nameless);
    if (lastWords.has(key)) return said(own);
    return compared.has(key) ? own.replaceAll(/[\p{L}\p{M}\p{N}_]+/gu, numbered) : "words";
  };
  return (evidence) => Evidence.parse(walk(evidence, "", text));
}

function walk(value: unknown, key: string, text: (own: string, key: string) => string): unknown {
  if (typeof value === "string") return text(value, key);
  if (Array.isArray(value)) return value.map((one) => walk(one, key, text));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name, text)]));
}
