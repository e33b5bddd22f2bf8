/**
 * Invariant 6: what is told while somebody is attached makes no sound; what is still open when they have left is told
 * once more, aloud.
 */
import type { Observed } from "../evidence/observed.ts";
import type { Decision, Situation } from "./decide.ts";
import { namesOf } from "./names.ts";
import type { Verdict } from "./verdict.ts";

/** Marks an occasion that was told while somebody was attached. */
export function quietly(key: string): string {
  return `quietly:${key}`;
}

/** `key`: the occasion that the verdict is told for. */
export function reminders({ seen, verdict, done }: Situation, key: string): Decision[] {
  const toldQuietly = done.has(key) && done.has(quietly(key));
  const left = seen.tmux?.attached === 0;
  if (!toldQuietly || !left || !isOpen(seen, verdict)) return [];
  return [{ do: "tell", key: `left:${key}`, verdict, reminds: key }];
}

/** Nothing goes on before a person does something about it. */
function isOpen(seen: Observed, verdict: Verdict): boolean {
  switch (verdict.kind) {
    case "waiting":
    case "failed":
    case "stuck":
    case "retrying":
      return true;
    case "finished":
      return verdict.question || namesOf(verdict.stop, seen).some((name) => seen.judged[name] === "hold");
    default:
      return false;
  }
}
