/** When the costly channels are worth looking at: only where the cheap ones disagree, are silent, or must be sure. */
import type { Observed } from "../evidence/observed.ts";

/** Claude Code shows its first sign of life 300 to 740 ms after it starts (FACTS); a dialog shows none. */
const startMs = 1_500;
const settledMs = 2_000;

export function wantsScreen(seen: Observed, now: number): boolean {
  const { aliveAt, launchedAt = now, ask, stop, registry, turn, hooksSeen } = seen;
  if (aliveAt === undefined) return now - launchedAt >= startMs;
  if (registry?.status === "waiting" && !ask) return true;
  if (registry?.status !== "idle" || now - registry.at < settledMs) return false;
  return !stop && (!turn || !hooksSeen);
}

/** A turn seems over and no hook said how. */
export function wantsTranscript(
  { stop, failure, registry, ending, turn, hooksSeen }: Observed,
  now: number,
): boolean {
  const silent = !stop && !failure && registry?.status === "idle" && now - registry.at >= settledMs;
  return silent && (turn !== undefined || !hooksSeen) && (ending === undefined || ending.at < registry.at);
}
