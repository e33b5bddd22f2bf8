/** A dialog that stood on the screen before any sign of life: it keeps its name, whichever channel tells of it later. Pure. */
import type { Observed } from "../evidence/observation.ts";

export function wasThereFirst({ aliveAt, menu }: Pick<Observed, "aliveAt" | "menu">): boolean {
  return menu !== undefined && (aliveAt === undefined || menu.since < aliveAt);
}

export function startDialogId({ dialog }: { dialog: string | null }): string {
  return `dialog:${dialog ?? "unknown"}`;
}
