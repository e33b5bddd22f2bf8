/** Who may start now. Pure. */
import { isEnded } from "../../protocol/session.ts";
import type { LiveSession } from "./liveSession.ts";

type Queued = Pick<LiveSession, "record" | "seen" | "view">;

/** A session that was launched and has not ended: its Claude Code is in memory. */
export function holdsMemory({ seen, view }: Pick<Queued, "seen" | "view">): boolean {
  return seen.launchedAt !== undefined && !isEnded(view.state);
}

/** The work is over, the person was told, and nothing holds it open: only the grace period runs. */
export function givesWay({ seen, view }: Queued): boolean {
  const judged = seen.stop && seen.judged[seen.stop.id];
  return view.state === "finished" && (judged === "agreed" || judged === "no-opinion");
}

export function mayStart(session: Queued, all: readonly Queued[], maxSessions: number): boolean {
  const { after } = session.record;
  const { launchedAt, order } = session.seen;
  if (after === undefined || launchedAt !== undefined || order || isEnded(session.view.state)) return false;
  const inTheWay = all.filter((one) => after.includes(one.record.name) && !isEnded(one.view.state));
  if (inTheWay.some((one) => !givesWay(one))) return false;
  return all.filter(holdsMemory).length < maxSessions;
}
