/** Kinds of decisions, as a session that carries them out must tell them apart. */
import type { Decision } from "../judge/decide.ts";

/** Their carrying out brings evidence itself, or takes long: evidence goes on being taken meanwhile. */
export const takesLong: ReadonlySet<Decision["do"]> = new Set([
  "verify",
  "measure",
  "tear-down",
  "clear-failed-start",
  "end",
]);

/** The last thing that is told of a session. A start that failed is told before it is cleared away. */
export function isEnd(decision: Decision): boolean {
  return decision.do === "tell" && decision.key === "over" && decision.verdict.kind !== "not-started";
}
