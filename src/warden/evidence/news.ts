/** Which evidence the journal keeps: what says something new. Sizes and screens of every round would drown it. */
import { isDeepStrictEqual } from "node:util";
import type { Evidence } from "./evidence.ts";
import type { Observed } from "./observed.ts";

/** A log that only grows is noted this often. */
const logNoteMs = 30_000;

export function isNews(evidence: Evidence, seen: Observed): boolean {
  switch (evidence.channel) {
    case "registry":
      return !isSameRegistry(evidence, seen);
    case "tmux": {
      const { at: _, ...before } = seen.tmux ?? { at: 0 };
      const { at: __, ...now } = evidence;
      return !isDeepStrictEqual(before, now);
    }
    case "log":
      return evidence.changedAt - (seen.log?.changedAt ?? 0) >= logNoteMs;
    case "screen":
      return seen.screen?.typed !== evidence.typed || seen.screen.dialog !== evidence.dialog;
    default:
      return true;
  }
}

/** The registry is read again and again: only a change of it is evidence. */
export function isSameRegistry(
  evidence: Extract<Evidence, { channel: "registry" }>,
  seen: Observed,
): boolean {
  const { registry } = seen;
  return (
    registry?.pid === evidence.pid &&
    registry.status === evidence.status &&
    registry.updatedAt === evidence.updatedAt &&
    registry.waitingFor === evidence.waitingFor
  );
}
