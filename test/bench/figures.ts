/** Figures as a person reads them. */

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
  readonly runs: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
  return { min: at(0), median: at(0.5), p95: at(0.95), max: at(1), runs: sorted.length };
}

export function line(what: string, { min, median, p95, max, runs }: Spread, unit = "ms"): string {
  const show = (value: number) => value.toFixed(0).padStart(6);
  return `${what.padEnd(46)} min${show(min)}  median${show(median)}  p95${show(p95)}  max${show(max)} ${unit}  (${runs} runs)`;
}
