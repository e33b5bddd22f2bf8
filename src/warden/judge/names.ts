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

/** All names of the end that a hook gave this id at this time. */
export function namesOf({ id, at }: { id: string; at: number }, seen: Observed): string[] {
  const { registry, restingSince, screenTurns } = seen;
  if (registry?.status === "idle") return [id, idleName(registry)];
  const rested = isSilent(registry) && restingSince !== undefined && at <= restingSince;
  return rested ? [id, screenName(screenTurns)] : [id];
}
