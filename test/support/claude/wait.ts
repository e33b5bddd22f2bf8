/** Waiting for a condition instead of for a time. */
import { setTimeout as delay } from "node:timers/promises";

/** How long a test waits before it gives up: generous, because a busy machine is no failure. */
export const patienceMs = 60_000;

export interface WaitOptions {
  readonly timeoutMs?: number | undefined;
  readonly everyMs?: number | undefined;
  /** What there was instead; becomes part of the error. */
  readonly seen?: (() => Promise<string>) | undefined;
}

/** Looks again and again until there is something. */
export async function waitFor<T>(
  look: () => Promise<T | undefined | false>,
  options: WaitOptions = {},
): Promise<T> {
  const { timeoutMs = patienceMs, everyMs = 20, seen } = options;
  const giveUpAt = Date.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > giveUpAt)
      throw new Error(`not within ${timeoutMs} ms; there was: ${(await seen?.()) ?? "nothing"}`);
    await delay(everyMs);
  }
}
