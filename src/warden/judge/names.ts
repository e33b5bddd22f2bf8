/**
 * Names of ends: they are kept as told, so they must be the same after a restart. An end may be told before its own
 * hook comes, by the name of the rest that was seen; then both are names of one end. Pure.
 */
import { isSilent, type Observed } from "../evidence/observation.ts";

export function idleName({ updatedAt }: { updatedAt: number }): string {
  return `idle:${updatedAt}`;
}

export function screenName(turn: number): string {
  return `screen:${turn}`;
}

/** By the answer that it ended with: whatever happens without another answer (/compact, a repaint) is no other end. */
export function answerName(answer: string): string {
  return `answer:${answer}`;
}

/** All names of the end that has this id, at this time, in this turn. */
export function namesOf(
  { id, at, turn }: { id: string; at: number; turn: string },
  seen: Observed,
): string[] {
  const { registry, restingSince, screenTurns, ending } = seen;
  const sameTurn = ending !== undefined && ending.answer !== "" && turn !== "" && ending.turn === turn;
  const names = sameTurn ? [id, answerName(ending.answer)] : [id];
  if (registry?.status === "idle") return [...names, idleName(registry)];
  const rested = isSilent(registry) && restingSince !== undefined && at <= restingSince;
  return rested ? [...names, screenName(screenTurns)] : names;
}
