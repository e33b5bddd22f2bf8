/** Which processes belong to sessions that are over, or that nobody knows any more, and were not told yet. Pure. */
import type { MarkedProcess } from "../processes/processes.ts";

export interface OrphansInput {
  /** Every process that carries the marker of a session of this home. */
  marked: readonly MarkedProcess[];
  /** Sessions of the index, with whether they are over. One that is not is watched: its own end tells of it. */
  over: ReadonlyMap<string, boolean>;
  /** What was told already, as `identityOf` names it, by session. */
  told: Readonly<Record<string, readonly string[]>>;
}

export interface Orphaned {
  session: string;
  /** No session of this name is known. */
  unknown: boolean;
  /** What to tell: each that is not below another of them. */
  roots: MarkedProcess[];
  /** All of them: told with their roots. */
  all: MarkedProcess[];
}

/** A pid alone is used again. */
export function identityOf({ pid, start }: Pick<MarkedProcess, "pid" | "start">): string {
  return `${pid}:${start}`;
}

/** A server that begins a new child now and then is not told again for that: only its roots count. */
export function findOrphans({ marked, over, told }: OrphansInput): Orphaned[] {
  const sessions = new Map<string, MarkedProcess[]>();
  for (const one of marked) {
    if (over.get(one.session) === false) continue;
    sessions.set(one.session, [...(sessions.get(one.session) ?? []), one]);
  }
  return [...sessions].flatMap(([session, all]) => {
    const known = new Set(told[session] ?? []);
    const roots = all.filter(
      (one) => !all.some((other) => other.pid === one.parent) && !known.has(identityOf(one)),
    );
    return roots.length === 0 ? [] : [{ session, unknown: !over.has(session), roots, all }];
  });
}
