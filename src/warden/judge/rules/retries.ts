/** Rules for a Claude Code that has trouble with the API and goes on by itself. */
import type { Rule } from "./rule.ts";

/** A look at the screen older than this says nothing about now: the next one is due by then. */
const freshMs = 40_000;
/** Trouble that lasts this long is told: Claude Code tries ten times, for minutes (FACTS). */
const longMs = 60_000;

export const sendsAgain: Rule = {
  name: "sends-again",
  judge: ({ screen, retryingSince, registry, turn, hookAt }, now) =>
    screen &&
    screen.retrying !== null &&
    screen.at >= Math.max(turn?.at ?? 0, hookAt ?? 0) &&
    retryingSince !== undefined &&
    now - screen.at < freshMs &&
    registry?.status !== "idle"
      ? {
          finding: {
            kind: "retrying",
            since: retryingSince,
            said: screen.retrying,
            long: screen.at - retryingSince >= longMs,
          },
          state: "retrying",
          detail: screen.retrying,
          because: [screen],
        }
      : undefined,
};
