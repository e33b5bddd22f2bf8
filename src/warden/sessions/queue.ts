/** Who may start now. Pure. */
import { isEnded } from "../../protocol/session.ts";
import type { LiveSession } from "./liveSession.ts";

type Queued = Pick<LiveSession, "record" | "seen" | "view">;

/** A session that was launched and has not ended: its Claude Code is in memory. */
export function holdsMemory({ seen, view }: Pick<Queued, "seen" | "view">): boolean {
  return seen.launchedAt !== undefined && !isEnded(view.state);
}

/** States in which the project is free for the next one: the work is over, only the grace period runs. */
const givesWay: ReadonlySet<string> = new Set(["finished"]);

export function mayStart(session: Queued, all: readonly Queued[], maxSessions: number): boolean {
  const { after } = session.record;
  if (after === undefined || session.seen.launchedAt !== undefined || isEnded(session.view.state))
    return false;
  const inTheWay = all.filter((one) => after.includes(one.record.name) && !isEnded(one.view.state));
  if (inTheWay.some((one) => !givesWay.has(one.view.state))) return false;
  return all.filter(holdsMemory).length < maxSessions;
}
