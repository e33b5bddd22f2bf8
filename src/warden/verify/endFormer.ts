/**
 * A Jama that was killed leaves its verify command running, and the next one begins it anew: two at once would spoil
 * each other's result. So the former is ended first. It carries a marker of its own, and what is ended is proven to be
 * it by that, its pid and its start; what an earlier verify left running on purpose has another one.
 */
import type { Marked, Processes } from "../processes/processes.ts";

/** `stop` names the end of the turn that is verified. */
export function verifyMarker(stop: string): Readonly<Record<string, string>> {
  return { JAMA_VERIFY: stop };
}

/** Resolves when nothing of it runs, or when the patience is over: a check that was asked for is worth a try then. */
export async function endFormer(
  processes: Pick<Processes, "withMarker" | "find" | "signal">,
  session: Marked,
  stop: string,
  wait: (ms: number) => Promise<void>,
): Promise<void> {
  const pollMs = 25;
  const polls = 200;
  const former = await processes.withMarker(session, verifyMarker(stop));
  for (const one of former) await processes.signal(one, "SIGKILL");
  for (let poll = 0; poll < polls; poll++) {
    const alive = await processes.find(former.map((one) => one.pid));
    if (!former.some((one) => alive.some(({ pid, start }) => pid === one.pid && start === one.start))) return;
    await wait(pollMs);
  }
}
