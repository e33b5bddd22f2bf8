/** How long a weak sign must say the same before that alone means something. Pure. */

/** Where hooks work, theirs comes first and says more: the registry is given time for them to be late. */
export function waitingSettlesMs({ hooksSeen }: { hooksSeen: boolean }): number {
  return hooksSeen ? 2_000 : 500;
}
