/**
 * A journal's evidence with nothing in it that is somebody's own: what the rules go by stays, words are replaced.
 * What is not known to be Jama's or Claude Code's own word counts as somebody's, so a new field is safe until it is
 * listed here. Pure.
 */
import { Evidence } from "../evidence/evidence.ts";
import { lastMessageAsksPerson } from "../measure/question.ts";

/** Jama's words, and ids: kept to the letter. */
const ours: ReadonlySet<string> = new Set([
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
]);
/** Claude Code's words: kept, but for names. */
const claudes: ReadonlySet<string> = new Set(["waitingFor", "dialog", "error", "reason", "name", "tool"]);

export interface Names {
  /** What must not be seen, and what stands there instead; the longest first. */
  replace: readonly (readonly [string, string])[];
  /** Blots out what looks like a secret. */
  redact(text: string): string;
  /** Words are kept, but for names and secrets: where the rules stumbled over the words themselves. */
  keepWords: boolean;
}

/** Throws when what comes out is no evidence any more: a field that only takes certain words is not listed. */
export function neutral(evidence: Evidence, names: Names): Evidence {
  return Evidence.parse(walk(evidence, "", names));
}

function walk(value: unknown, key: string, names: Names): unknown {
  if (typeof value === "string") return word(value, key, names);
  if (Array.isArray(value)) return value.map((one) => walk(one, key, names));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name, names)]));
}

function word(text: string, key: string, names: Names): string {
  if (text === "" || ours.has(key)) return text;
  const nameless = names.replace.reduce((rest, [own, other]) => rest.replaceAll(own, other), text);
  if (names.keepWords || claudes.has(key)) return names.redact(nameless);
  if (key === "lastMessage") return lastMessageAsksPerson(text) ? "Shall I go on?" : "Done.";
  return key === "transcript" ? "/home/user/transcript.jsonl" : "words";
}
