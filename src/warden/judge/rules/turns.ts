/** Rules for turns that are over, as hooks tell it. */
import {
  isOvertaken,
  isPainted,
  isResting,
  isServing,
  isSilent,
  type Observed,
  saysWork,
} from "../../evidence/observation.ts";
import { asksPerson, finished } from "./finished.ts";
import type { Rule } from "./rule.ts";

/** The log counts as quiet after this long; a working Claude Code repaints every second (FACTS). */
const quietMs = 3_000;
/** A task that ends wakes Claude Code well within this. */
const wakeMs = 5_000;
/** The registry's "busy" is no longer true when nothing was painted for this long. */
const lyingMs = 15_000;
/** A failed turn is busy for this long: it goes on. */
const goesOnMs = 1_000;
/** An interruption is in the transcript by then. */
const flushedMs = 2_000;
/** A transcript that was not read by then cannot be. */
const unreadMs = 5_000;
/** The registry's clock and a file's time may differ by this much for one and the same moment. */
const clockSlackMs = 50;

export const turnFailed: Rule = {
  name: "turn-failed",
  judge: (seen, now) =>
    seen.failure && !goesOn(seen, seen.failure.at, now)
      ? {
          finding: { kind: "failed", failure: seen.failure },
          state: "failed",
          detail: seen.failure.error,
          because: [],
        }
      : undefined,
};

/** Claude Code overcame it by itself, without a prompt. */
function goesOn({ registry, compactingAt }: Observed, since: number, now: number): boolean {
  if (registry?.status !== "busy" || compactingAt !== undefined) return false;
  return registry.updatedAt > since + clockSlackMs && now - registry.at >= goesOnMs;
}

export const backgroundTasks: Rule = {
  name: "background-tasks",
  judge: (seen, now) => {
    const { stop } = seen;
    if (!stop || stop.tasks.length === 0 || shellsAreGone(seen, now)) return undefined;
    if (stop.onlyShells && isSentBack(seen, now)) return undefined;
    return {
      finding: { kind: "background", stop, question: asksPerson(stop) },
      state: "background",
      detail: `turn over, ${stop.tasks.length} of its tasks still running`,
      because: [],
    };
  },
};

/** They ended and did not wake Claude Code: somebody killed them, or they were lost. */
export const shellsGone: Rule = {
  name: "shells-gone",
  judge: (seen, now) =>
    seen.stop && seen.stop.tasks.length > 0 && shellsAreGone(seen, now)
      ? finished(seen.stop, false, [seen.registry, seen.screen])
      : undefined,
};

/** While a shell runs the registry says "shell", and the screen counts it. */
function shellsAreGone({ stop, registry, screen }: Observed, now: number): boolean {
  if (!stop?.onlyShells || registry?.status !== "idle" || registry.updatedAt <= stop.at) return false;
  const settled = now - registry.at >= wakeMs;
  return settled && screen !== undefined && screen.at - registry.at >= wakeMs && isResting(screen);
}

export const wakeUps: Rule = {
  name: "wake-ups",
  judge: (seen, now) => {
    const { stop, chain } = seen;
    return stop && stop.wakeUps.length > 0 && !isSentBack(seen, now)
      ? {
          finding: { kind: "sleeping", stop, chain: chain?.id ?? stop.id, question: asksPerson(stop) },
          state: "sleeping",
          detail: stop.wakeUps.join("; "),
          because: [],
        }
      : undefined;
  },
};

/** Still busy after a Stop without agents of its own: a hook of the project's own made it go on, or takes its time. */
function isSentBack(seen: Observed, now: number): boolean {
  return seen.registry?.status === "busy" && !isOldWord(seen, seen.stop?.at ?? 0, now, isServing);
}

/**
 * Idle must have been said after this turn began: before its first turn Claude Code is idle too. It may be said
 * a moment before the Stop is written, and never between a Stop that a project's own hook blocked and the next.
 */
export const stopAndIdle: Rule = {
  name: "stop-and-idle",
  judge: (seen, now) => {
    const { turn, stop, registry, ending, heldStop } = seen;
    if (!stop || registry?.status !== "idle") return undefined;
    if (registry.updatedAt < (turn?.at ?? stop.at - clockSlackMs)) return undefined;
    if (!isOvertaken(seen)) return finished(stop, true, [registry]);
    // A transcript that told of another end would have taken the Stop back.
    if (ending && ending.at - registry.at >= flushedMs)
      return finished(stop, ending.answered, [registry, ending]);
    const unread = now - registry.at >= unreadMs;
    return stop.id === heldStop || unread ? finished(stop, false, [registry]) : undefined;
  },
};

export const stopAndQuiet: Rule = {
  name: "stop-and-quiet",
  judge: (seen, now) => {
    const { stop, registry, log, screen } = seen;
    if (!stop || !log) return undefined;
    if (isOldWord(seen, stop.at, now)) return finished(stop, false, [registry, screen, log]);
    // One that was read before the last paint shows what is over.
    const works = screen && screen.at >= stop.at && screen.working && isPainted(screen, log);
    const quiet = stop.id === seen.quietStop || now - Math.max(log.changedAt, stop.at) >= quietMs;
    return isSilent(registry) && quiet && !works ? finished(stop, false, [log]) : undefined;
  },
};

/** A working Claude Code paints: where nothing was painted since, and the screen is at rest, "busy" is an old word. */
function isOldWord(seen: Observed, since: number, now: number, mayAlso = isResting): boolean {
  const { registry, log, screen } = seen;
  if (!registry || !saysWork(seen) || !log || !screen) return false;
  if (!isResting(screen) && !mayAlso(screen)) return false;
  const last = Math.max(since, registry.at, log.changedAt);
  return screen.at >= last && isPainted(screen, log) && now - last >= lyingMs;
}
