/** Which evidence the journal keeps: what says something new. Sizes and screens of every round would drown it. */
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
      return !isSame(seen.screen && reading(seen.screen), reading(evidence)) || beginsAnew(evidence, seen);
    default:
      return true;
  }
}

/** Field by field: none of them holds more than a value, and every round of the sweep asks for each session. */
function isSame(
  before: Readonly<Record<string, unknown>> | undefined,
  now: Record<string, unknown>,
): boolean {
  if (!before || Object.keys(before).length !== Object.keys(now).length) return false;
  for (const key in now) if (key !== "at" && before[key] !== now[key]) return false;
  return true;
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
function reading(screen: EvidenceOf<"screen">) {
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
