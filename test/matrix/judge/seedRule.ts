/**
 * The rule of the seeds, run beside ours on the same evidence: the log has not been written to for two minutes and the
 * prompt is visible in the last lines of the pane, so it is finished and is ended; with an error in sight it is told
 * instead. Pure. Favourable to it: here it looks twice a second, not every five minutes.
 */

export interface Sample {
  readonly at: number;
  /** When the log was written to last; undefined while there is none. */
  readonly logAt: number | undefined;
  /** The terminal; undefined when the session is gone. */
  readonly screen: string | undefined;
}

export type SeedSays =
  | { readonly says: "kill" | "ping"; readonly at: number }
  | { readonly says: "vanished"; readonly at: number }
  | { readonly says: "nothing" };

/** "The last few lines" of the pane. */
const lastLines = 8;
const errorIndicator = /\b(error|failed|failure|exception|traceback)\b/i;

/** What it does first. `quietMs` stands for its two minutes, scaled like the grace period of the runs. */
export function seedSays(samples: readonly Sample[], quietMs: number): SeedSays {
  for (const { at, logAt, screen } of samples) {
    if (screen === undefined) {
      if (logAt !== undefined) return { says: "vanished", at };
      continue;
    }
    if (logAt === undefined || at - logAt < quietMs || !promptVisible(screen)) continue;
    return { says: errorIndicator.test(screen) ? "ping" : "kill", at };
  }
  return { says: "nothing" };
}

function promptVisible(screen: string): boolean {
  const lines = screen.split("\n").filter((line) => line.trim() !== "");
  return lines.slice(-lastLines).some((line) => /^\s*│?\s*❯/.test(line));
}
