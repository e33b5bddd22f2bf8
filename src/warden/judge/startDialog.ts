/** A dialog that stood on the screen before any sign of life: it keeps its name, whichever channel tells of it later. Pure. */
import type { Observed } from "../evidence/observation.ts";

/** Whatever worked since was not held up by it: it is answered, and what shows now is another one. */
export function wasThereFirst({
  aliveAt,
  menu,
  workedAt,
  turn,
}: Pick<Observed, "aliveAt" | "menu" | "workedAt" | "turn">): boolean {
  if (!menu || turn || (workedAt ?? 0) > menu.since) return false;
  return aliveAt === undefined || menu.since < aliveAt;
}

export function startDialogId({ dialog }: { dialog: string | null }): string {
  return `dialog:${dialog ?? "unknown"}`;
}
