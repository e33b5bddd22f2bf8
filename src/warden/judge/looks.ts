/**
 * When the costly channels are worth looking at: only where the cheap ones disagree, are silent, or must be sure;
 * and when it is worth looking before the next round of the sweep. Pure.
 */
import { isSilent, type Observed } from "../evidence/observed.ts";
import { waitingSettlesMs } from "./settling.ts";

/** Claude Code shows its first sign of life 300 to 740 ms after it starts (FACTS); a dialog shows none. */
const startMs = 1_500;
/** Longer than the registry's flashes of idle (FACTS). */
const flashMs = 300;
/** What a late channel takes to say the same. */
const settledMs = 2_000;
/** No hook for this long while it works: the API may be refusing, which only the screen tells. */
const hooklessMs = 15_000;
/** How often a screen at work is read. */
const workMs = 20_000;
/** How often the processes are asked whether they live. */
const processMs = 10_000;
/** Shells that ended wake Claude Code well within this. */
const wakeMs = 5_000;

export function wantsScreen(seen: Observed, now: number): boolean {
  const { aliveAt, launchedAt = now, ask, screen, log } = seen;
  if (aliveAt === undefined) return now - launchedAt >= startMs;
  // Nothing was painted since: it would show the same.
  if (screen && log && log.changedAt < screen.at - 200 && !isNeededAgain(seen, now)) return false;
  if (isSilent(seen.registry)) return !seen.stop || screen === undefined || ask !== undefined;
  return isNeededAgain(seen, now);
}

/** Something rests on a screen that is read now. */
function isNeededAgain(
  { ask, registry, screen, stop, failure, turn, ...seen }: Observed,
  now: number,
): boolean {
  if (registry?.status === "waiting") {
    const settledAt = registry.at + waitingSettlesMs(seen);
    return !ask && now >= settledAt && isOlder(screen, settledAt);
  }
  if (registry?.status === "busy") {
    const quietSince = Math.max(turn?.at ?? 0, registry.at, seen.hookAt ?? 0);
    const every = screen?.retrying ? settledMs : workMs;
    return now - quietSince >= hooklessMs && isOlder(screen, now - every);
  }
  if (registry?.status !== "idle" && registry?.status !== "shell") return false;
  if (stop?.onlyShells && stop.tasks.length > 0)
    return now - registry.at >= wakeMs && isOlder(screen, registry.at + wakeMs);
  if (stop || failure || (!turn && seen.hooksSeen && screen)) return false;
  return now - registry.at >= settledMs && isOlder(screen, registry.at + settledMs);
}

/** A turn seems over and no hook said how. A transcript is flushed late: one without an end is read again. */
export function wantsTranscript(seen: Observed, now: number): boolean {
  const { stop, failure, ask, registry, ending, turn, hooksSeen, restingSince, compactingAt } = seen;
  if (stop || failure || ask || compactingAt !== undefined || (!turn && hooksSeen)) return false;
  const since = isSilent(registry) ? restingSince : registry?.status === "idle" ? registry.at : undefined;
  if (since === undefined || now - since < flashMs) return false;
  const read = ending && ending.at >= Math.max(since, turn?.at ?? 0) ? ending : undefined;
  if (!read) return true;
  return !read.interrupted && read.at - since < settledMs && now - since >= settledMs;
}

export function wantsProcess({ process, launchedAt }: Observed, now: number): boolean {
  return launchedAt !== undefined && (process === undefined || now - process.at >= processMs);
}

/** Milliseconds until a look is worth it for its own sake; undefined where the sweep is soon enough. */
export function nextLook(seen: Observed, now: number): number | undefined {
  const { registry, stop, failure, ask, ending, log, goneSince, exit, turn, hooksSeen } = seen;
  const silentEnd = !stop && !failure && !ask && (turn !== undefined || !hooksSeen);
  const moments = [
    registry?.status === "idle" &&
      silentEnd &&
      !(ending && ending.at >= registry.at) &&
      registry.at + flashMs + 20,
    registry?.status === "waiting" && !ask && registry.at + waitingSettlesMs({ hooksSeen }) + 20,
    goneSince !== undefined && !exit && goneSince + startMs,
    isSilent(registry) && stop && log && Math.max(log.changedAt, stop.at) + 3_000,
    isSilent(registry) && silentEnd && log && log.changedAt + 1_600,
  ];
  const due = moments.flatMap((one) => (typeof one === "number" && one > now ? [one - now] : []));
  return due.length === 0 ? undefined : Math.min(...due);
}

function isOlder(screen: Observed["screen"], than: number): boolean {
  return screen === undefined || screen.at < than;
}
