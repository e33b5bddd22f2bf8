/** Numbers of many runs: counts of faults, medians and worst times. Pure. */
import type { faultKinds } from "../judge/compare.ts";
import type { RunRecord } from "../record.ts";

export interface Spread {
  readonly median: number;
  readonly worst: number;
  readonly count: number;
}

/** Undefined when there is nothing to measure. */
function spread(values: readonly number[]): Spread | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  const median = sorted[Math.floor((sorted.length - 1) / 2)];
  const worst = sorted.at(-1);
  if (median === undefined || worst === undefined) return undefined;
  return { median, worst, count: sorted.length };
}

/** Times from the fact to the message; messages whose fact nothing outside tells are left out. */
export function fromFact(runs: readonly RunRecord[]): number[] {
  return runs.flatMap(({ told }) => told.flatMap((one) => one.fromFact ?? []));
}

export function fromLastByte(runs: readonly RunRecord[]): number[] {
  return runs.flatMap(({ told }) => told.flatMap((one) => one.fromLastByte ?? []));
}

/** How many runs have a fault of that kind. */
export function faulty(runs: readonly RunRecord[], kind: (typeof faultKinds)[number]): number {
  return runs.filter(({ faults }) => faults.some((one) => one.kind === kind)).length;
}

export function withFaults(runs: readonly RunRecord[]): RunRecord[] {
  return runs.filter(({ faults }) => faults.length > 0);
}

/** "84 / 163", or a dash. */
export function times(values: readonly number[]): string {
  const found = spread(values);
  return found ? `${whole(found.median)} / ${whole(found.worst)}` : "–";
}

function whole(ms: number): string {
  return String(Math.round(ms));
}
