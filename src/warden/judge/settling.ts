/** How long a weak sign must say the same before that alone means something. Pure. */
import type { Observed } from "../evidence/observation.ts";

/** Where hooks work, theirs comes first and says more: the registry is given time for them to be late. */
function waitingSettlesMs({ hooksSeen }: Observed): number {
  return hooksSeen ? 2_000 : 500;
}

/** When "waiting" alone means a dialog: after an answer the registry is given time to catch up, too. */
export function waitingCountsAt(seen: Observed): number {
  const { registry, answeredAt = 0 } = seen;
  return Math.max(registry?.at ?? 0, answeredAt) + waitingSettlesMs(seen);
}

/** What still paints after this never stops. */
const paintsForMs = 3_000;

/** The registry had said for long enough that it waits, and all of the dialog was painted. */
export function showsDialog(seen: Observed): boolean {
  const { registry, screen } = seen;
  if (registry?.status !== "waiting" || !screen) return false;
  return screen.at - waitingCountsAt(seen) >= (screen.painting ? paintsForMs : 0);
}
