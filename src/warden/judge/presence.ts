/**
 * Invariant 6: what is told while somebody is attached makes no sound; what is still open when they have left is told
 * once more, aloud.
 */
import type { Observed } from "../evidence/observed.ts";
import { namesOf } from "./names.ts";
import type { Verdict } from "./verdict.ts";

/** Marks an occasion that was told while somebody was attached. */
export function quietly(key: string): string {
  return `quietly:${key}`;
}

/** Whether what was told for the occasion `key` is to be told again. */
export function isLeftOpen(
  key: string,
  { seen, verdict, done }: { seen: Observed; verdict: Verdict; done: ReadonlySet<string> },
): boolean {
  const toldQuietly = done.has(key) && done.has(quietly(key));
  return toldQuietly && seen.tmux?.attached === 0 && isOpen(seen, verdict);
}

/** Nothing goes on before a person does something about it. */
function isOpen(seen: Observed, verdict: Verdict): boolean {
  switch (verdict.kind) {
    case "waiting":
    case "failed":
    case "stuck":
    case "retrying":
      return true;
    case "background":
    case "sleeping":
      return verdict.question;
    case "finished":
      return (
        verdict.question ||
        seen.verified[verdict.stop.id] === false ||
        namesOf(verdict.stop, seen).some((name) => seen.judged[name] === "hold")
      );
    default:
      return false;
  }
}
