/** How long a weak sign must say the same before that alone means something. Pure. */
import type { Observed } from "../evidence/observation.ts";

/** Where hooks work, theirs comes first and says more: the registry is given time for them to be late. */
export function waitingSettlesMs({ hooksSeen }: { hooksSeen: boolean }): number {
  return hooksSeen ? 2_000 : 500;
}

/** What still paints after this never stops. */
const paintsForMs = 3_000;

/** The registry had said for long enough that it waits, and all of the dialog was painted. */
export function showsDialog({ registry, screen, hooksSeen }: Observed): boolean {
  if (registry?.status !== "waiting" || !screen) return false;
  const settled = screen.at - registry.at - waitingSettlesMs({ hooksSeen });
  return settled >= (screen.painting ? paintsForMs : 0);
}
