/**
 * When the costly channels are worth looking at: only where the cheap ones disagree, are silent, or must be sure;
 * and when it is worth looking before the next round of the sweep. Pure.
 */
import {
  isOvertaken,
  isPainted,
  isResting,
  isSilent,
  type Observed,
  saysOnlyShells,
  saysWork,
  watchedSince,
} from "../evidence/observation.ts";
import { askDoubtMs } from "../evidence/observeScreen.ts";
import { showsDialog, waitingCountsAt } from "./settling.ts";

/** Claude Code shows its first sign of life 300 to 740 ms after it starts (FACTS); a dialog shows none. */
const startMs = 1_500;
/** Without a sign of life for this long its transcript is asked for one. */
const lifelessMs = 20_000;
/** Longer than the registry's flashes of idle (FACTS). */
const flashMs = 300;
/** What a late channel takes to say the same. */
const settledMs = 2_000;
/** No hook for this long while it works: the API may be refusing, which only the screen tells. */
const hooklessMs = 15_000;
/** How often a screen at work is read. */
const workMs = 20_000;
/** How often a screen is read of which no log tells whether it has changed, or that shows no sign of life. */
const blindMs = 10_000;
/** How often all of a session is looked at that others tell of at once, should they have missed something. */
const missedMs = 10_000;
/** Shells that ended wake Claude Code well within this. */
const wakeMs = 5_000;
/** A vanished session's exit event comes within this. */
const exitEventMs = 1_500;

/** Once from the moment on at which it tells something; again when it was painted since and did not tell all. */
export function wantsScreen(seen: Observed, now: number): boolean {
  const { aliveAt, launchedAt = now, screen } = seen;
  if (aliveAt === undefined)
    return now - launchedAt >= startMs && (isRepainted(seen, now) || isOlder(screen, now - blindMs));
  const look = worthALook(seen, now);
  if (!look || now < look.after) return false;
  return isOlder(screen, look.after) || (isOlder(screen, look.stale) && isRepainted(seen, now));
}

/** When what is looked at every so often was due last: at the same time for all sessions, so that one program looks. */
function beat(now: number, every: number): number {
  return now - (now % every);
}

/** What was looked at then is due again; a look of a time to come is one of before the clock was set back. */
export function isDue(lookedAt: number, now: number): boolean {
  return lookedAt < beat(now, missedMs) || lookedAt > now;
}

interface Look {
  /** The time from which on the screen tells something; what was read before does not. */
  after: number;
  /** What is older than this is read again when something was painted since; 0 where one look is enough. */
  stale: number;
}

/** What rests on the screen. */
function worthALook(seen: Observed, now: number): Look | undefined {
  const { ask, registry, screen, stop, failure, turn, hooksSeen } = seen;
  if (registry === undefined || registry.status === "unknown")
    return !stop || !screen || !isResting(screen) || ask ? { after: 0, stale: now } : undefined;
  if (ask && registry.status === "waiting")
    return stop && stop.at > ask.at ? { after: stop.at + askDoubtMs, stale: 0 } : undefined;
  if (ask) return { after: ask.at + askDoubtMs, stale: now };
  if (registry.status === "waiting") {
    const stale = screen?.painting && !showsDialog(seen) ? now : 0;
    return { after: waitingCountsAt(seen), stale };
  }
  if (saysWork(seen)) {
    const quietSince = Math.max(turn?.at ?? 0, registry.at, seen.hookAt ?? 0);
    // Where no hook ever speaks only the screen tells of a question that the registry does not know.
    if (!hooksSeen) return { after: quietSince + settledMs, stale: now - settledMs };
    const stale = screen?.retrying ? now - settledMs : beat(now, workMs);
    return { after: quietSince + hooklessMs, stale };
  }
  const unclear = !screen || !isResting(screen) ? now : 0;
  if (stop?.onlyShells && stop.tasks.length > 0) return { after: registry.at + wakeMs, stale: unclear };
  if (stop || failure) return undefined;
  const once = !turn && hooksSeen;
  return { after: registry.at + settledMs, stale: once ? 0 : unclear };
}

/** A terminal shows what its log holds: what is not in the log was not painted. */
function isRepainted({ screen, log }: Observed, now: number): boolean {
  if (!screen) return true;
  const isOld = isOlder(screen, now - blindMs);
  return log ? !isPainted(screen, log) || (screen.working && isOld) : isOld;
}

/** A turn seems over and no hook said how. A transcript is flushed late: one without an end is read again. */
export function wantsTranscript(seen: Observed, now: number): boolean {
  const { stop, failure, ask, registry, ending, turn, hooksSeen, restingSince, compactingAt, log } = seen;
  if (seen.aliveAt === undefined) return wantsProofOfLife(seen, now);
  const isTold = (stop || failure) && !isOvertaken(seen);
  if (isTold || ask || compactingAt !== undefined || (!turn && hooksSeen)) return false;
  const rests = registry?.status === "idle" || saysOnlyShells(seen);
  const since = isSilent(registry) ? restingSince : rests ? registry?.at : undefined;
  if (since === undefined || now - since < flashMs) return false;
  const read = ending && ending.at >= Math.max(since, turn?.at ?? 0) ? ending : undefined;
  if (!read) return true;
  if (!read.interrupted && read.at - since < settledMs && now - since >= settledMs) return true;
  // A turn can be over before the registry has said busy: it was painted, and it stands in the transcript.
  return !hooksSeen && log !== undefined && log.changedAt > read.at && now - log.changedAt >= settledMs;
}

/** Before it is called dead; a dialog is no question of life. */
function wantsProofOfLife(seen: Observed, now: number): boolean {
  const due = watchedSince(seen) + lifelessMs;
  return seen.launchedAt !== undefined && !seen.menu && now >= due && (seen.ending?.at ?? 0) < due;
}

/** One that is gone is asked for once more before that is believed. */
export function wantsProcess(
  { process, launchedAt, goneSince, processGoneSince, exit }: Observed,
  now: number,
): boolean {
  if (launchedAt === undefined) return false;
  if (process === undefined || goneSince !== undefined || (processGoneSince !== undefined && !exit))
    return true;
  return isDue(process.at, now);
}

/**
 * Whatever happens next will be heard at once: hooks and registry both speak of it, it is at work or asks, nobody is
 * attached who could leave, and no channel is due to be looked at. A look now and then is enough.
 */
export function isFollowed(seen: Observed, now: number): boolean {
  const { hooksSeen, registry, aliveAt, order, exit, failure, tmux, adoptedAt = 0 } = seen;
  if (!hooksSeen || isSilent(registry) || aliveAt === undefined || order || exit || failure) return false;
  if (tmux?.attached !== 0 || tmux.at < adoptedAt || isDue(tmux.at, now)) return false;
  if (!agree(seen) || nextLook(seen, now) !== undefined) return false;
  return !wantsProcess(seen, now) && !wantsScreen(seen, now) && !wantsTranscript(seen, now);
}

/** Hooks and registry say the same. A Stop and "busy" do not: only time tells which of them is late. */
function agree({ ask, stop, registry }: Observed): boolean {
  if (ask) return registry?.status === "waiting";
  if (!stop) return registry?.status === "busy";
  return stop.tasks.length > 0 && !(stop.onlyShells && registry?.status === "busy");
}

/** Milliseconds until a look is worth it for its own sake; undefined where the sweep is soon enough. */
export function nextLook(seen: Observed, now: number): number | undefined {
  const { registry, stop, failure, ask, ending, log, goneSince, processGoneSince, exit, turn, hooksSeen } =
    seen;
  const { restingSince, servingSince } = seen;
  const isTold = (stop || failure) && !isOvertaken(seen);
  const silentEnd = !isTold && !ask && (turn !== undefined || !hooksSeen);
  // While it works the sweep is soon enough: a look for each second of painting would cost a process each.
  const rests = restingSince !== undefined || servingSince !== undefined;
  const moments = [
    (registry?.status === "idle" || saysOnlyShells(seen)) &&
      registry &&
      silentEnd &&
      !(ending && ending.at >= registry.at) &&
      registry.at + flashMs + 20,
    registry?.status === "waiting" && !ask && waitingCountsAt(seen) + 20,
    goneSince !== undefined && !exit && goneSince + exitEventMs + 20,
    processGoneSince !== undefined && !exit && processGoneSince + exitEventMs + 20,
    isSilent(registry) && stop && log && Math.max(log.changedAt, stop.at) + 3_000,
    isSilent(registry) && silentEnd && rests && log && log.changedAt + 1_600,
    isSilent(registry) && silentEnd && rests && log && log.changedAt + settledMs + 50,
    registry &&
      isOvertaken(seen) &&
      (ending?.at ?? 0) < registry.at + settledMs &&
      registry.at + settledMs + 20,
  ];
  const due = moments.flatMap((one) => (typeof one === "number" && one > now ? [one - now] : []));
  return due.length === 0 ? undefined : Math.min(...due);
}

function isOlder(screen: Observed["screen"], than: number): boolean {
  return screen === undefined || screen.at < than;
}
