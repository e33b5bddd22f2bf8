/** What a run found, as it is printed and kept. */

export interface Result {
  scenario: string;
  expected: string[];
  got: string[];
  /** From the launch until all was told. */
  ms: number;
  /** What differs, a phrase each; empty when it is as expected. */
  differs: string[];
}

export type CertifyReport =
  | {
      outcome: "passed" | "failed";
      /** As its registry named it, and as it names itself, which is the same but for a wrapper that says otherwise. */
      versions: string[];
      results: Result[];
      ms: number;
    }
  /** Nothing was tried out: why, and what to do. */
  | { outcome: "not-run"; why: string };
