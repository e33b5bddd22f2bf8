/** Fails a test that leaves a process behind, and ends what it left: by pid, nothing else. */
import { describeProcess, endProcesses, processesOfHome, processesWithMarker } from "./processes.ts";

/** What marks the processes of one test. */
export interface Traces {
  /** Temporary HOME folders. */
  readonly homes?: readonly string[];
  /** Values of JAMA_SESSION. */
  readonly sessions?: readonly string[];
}

/** Pids that carry one of the traces. */
export async function leftovers({ homes = [], sessions = [] }: Traces): Promise<number[]> {
  const found = await Promise.all([
    ...homes.map(processesOfHome),
    ...sessions.map((name) => processesWithMarker(name)),
  ]);
  return [...new Set(found.flat())];
}

/** Throws when something is left, after having ended it. */
export async function expectNoLeftovers(traces: Traces): Promise<void> {
  const left = await leftovers(traces);
  if (left.length === 0) return;
  const described = await Promise.all(left.map(describeProcess));
  await endProcesses(() => leftovers(traces));
  throw new Error(`left behind by this test: ${described.join("; ")}`);
}
