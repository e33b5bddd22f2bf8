/** Which evidence the journal keeps: what says something new. Sizes and screens of every round would drown it. */
import { isDeepStrictEqual } from "node:util";
import type { Evidence, EvidenceOf } from "./evidence.ts";
import { isLeftBehind, type Observed } from "./observation.ts";
import { observeScreen } from "./observeScreen.ts";

/** A log that only grows is noted this often. */
const logNoteMs = 30_000;

export function isNews(evidence: Evidence, seen: Observed): boolean {
  switch (evidence.channel) {
    case "registry":
      return !isSameRegistry(evidence, seen);
    case "tmux":
      return isLeftBehind(seen) || !isSame(seen.tmux, evidence);
    case "process":
      return !isSame(seen.process, evidence);
    case "log":
      return evidence.changedAt - (seen.log?.changedAt ?? 0) >= logNoteMs;
    case "screen":
      return !isSame(reading(seen.screen), reading(evidence)) || beginsAnew(evidence, seen);
    default:
      return true;
  }
}

function isSame(before: { at: number } | undefined, now: { at: number } | undefined): boolean {
  return isDeepStrictEqual({ ...before, at: 0 }, { ...now, at: 0 });
}

/** It shows what it showed, but a hook has come since: what is counted from a first look is counted from this one. */
function beginsAnew(screen: EvidenceOf<"screen">, seen: Observed): boolean {
  const { restingSince, servingSince, retryingSince, menu, ask } = observeScreen(seen, screen);
  return (
    restingSince !== seen.restingSince ||
    retryingSince !== seen.retryingSince ||
    servingSince !== seen.servingSince ||
    (menu !== undefined && seen.menu === undefined) ||
    ask !== seen.ask
  );
}

/** What is judged by a screen; its text changes all the time. */
function reading(screen: Observed["screen"]) {
  if (!screen) return undefined;
  const { text: _, said: __, retrying, ...read } = screen;
  return { ...read, retrying: retrying !== null };
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
