/** What a test runner says at its end. */
export interface Summary {
  /** Failures and errors, as the runner counted them. */
  failed: number;
  passed: number;
}

export interface SummaryReader {
  runner: string;
  /** True when one line tells failures and passes, so that a filter cannot have hidden the failures. */
  oneLine: boolean;
  /** Undefined when there is no summary of this runner. Several (a monorepo) are added up. */
  read(output: string): Summary | undefined;
}

/** Adds up the counts of each match; undefined when nothing matched. */
export function sumMatches(
  output: string,
  pattern: RegExp,
  counts: (found: RegExpExecArray) => Summary,
): Summary | undefined {
  const all = [...output.matchAll(pattern)].map(counts);
  if (all.length === 0) return undefined;
  return {
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
  };
}

/** The number that stands with this word, as in `3 failed`; 0 when there is none. */
export function numberOf(text: string, word: RegExp): number {
  const found = new RegExp(`(\\d+)\\s+(?:${word.source})`, word.flags).exec(text)?.[1];
  return found === undefined ? 0 : Number(found);
}
