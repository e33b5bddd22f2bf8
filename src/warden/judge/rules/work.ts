/** Rules for sessions that are at work, or should be. */
import type { Rule } from "./rule.ts";

export const nothingMoves: Rule = {
  name: "nothing-moves",
  judge: (seen, now, { stuckMs }) => {
    // A command of the person's own that goes on after an end that was told.
    if (seen.stop && seen.stop.id === seen.heldStop && seen.registry?.status === "shell") return undefined;
    const moved = Math.max(
      seen.launchedAt ?? 0,
      seen.wokeAt ?? 0,
      seen.turn?.at ?? 0,
      seen.hookAt ?? 0,
      seen.registry?.at ?? 0,
      seen.log?.changedAt ?? 0,
    );
    if (seen.aliveAt === undefined || now - moved < stuckMs) return undefined;
    return { finding: { kind: "stuck", since: moved }, state: "stuck", because: [seen.registry, seen.log] };
  },
};

export const atWork: Rule = {
  name: "at-work",
  judge: ({ registry }) => ({ finding: { kind: "working" }, state: "working", because: [registry] }),
};
