/** Summaries of the runners of Go, Rust, the JVM, .NET, C and C++, Swift. */
import { type Summary, type SummaryReader, sumMatches } from "../summary.ts";

const num = (text: string | undefined): number => Number(text ?? 0);

const ranFailed = (ran: string | undefined, ...failed: (string | undefined)[]): Summary => {
  const sum = failed.reduce((total, one) => total + num(one), 0);
  return { failed: sum, passed: Math.max(0, num(ran) - sum) };
};

export const compiled: readonly SummaryReader[] = [
  { runner: "go test", oneLine: false, read: readGo },
  {
    runner: "cargo test",
    oneLine: true,
    read: (output) =>
      sumMatches(output, /^test result: \w+\. (\d+) passed; (\d+) failed;/gm, (found) => ({
        passed: num(found[1]),
        failed: num(found[2]),
      })),
  },
  {
    runner: "cargo nextest",
    oneLine: true,
    read: (output) =>
      sumMatches(
        output,
        /^ *Summary \[[^\]]*\] +\d+ tests? run: (\d+) passed(?:.*?, (\d+) failed)?/gm,
        (found) => ({
          passed: num(found[1]),
          failed: num(found[2]),
        }),
      ),
  },
  {
    runner: "maven surefire",
    oneLine: true,
    read: (output) =>
      sumMatches(
        output,
        /^(?:\[\w+\] )?Tests run: (\d+), Failures: (\d+), Errors: (\d+), Skipped: \d+ *$/gm,
        (found) => ranFailed(found[1], found[2], found[3]),
      ),
  },
  {
    runner: "gradle",
    oneLine: true,
    read: (output) =>
      sumMatches(output, /^(\d+) tests? completed, (\d+) failed/gm, (found) => ranFailed(found[1], found[2])),
  },
  {
    runner: "dotnet",
    oneLine: true,
    read: (output) =>
      sumMatches(output, /^ *(?:Passed|Failed)! +- Failed: +(\d+), Passed: +(\d+)/gm, (found) => ({
        failed: num(found[1]),
        passed: num(found[2]),
      })),
  },
  {
    runner: "ctest",
    oneLine: true,
    read: (output) =>
      sumMatches(output, /^\d+% tests passed, (\d+) tests? failed out of (\d+)/gm, (found) =>
        ranFailed(found[2], found[1]),
      ),
  },
  {
    runner: "swift test (XCTest)",
    oneLine: true,
    read: (output) => {
      const all = [
        ...output.matchAll(
          /^[ \t]*Executed (\d+) tests?, with (?:\d+ tests? skipped and )?(\d+) failures?/gm,
        ),
      ];
      const last = all.at(-1);
      return last && ranFailed(last[1], last[2]);
    },
  },
];

/** Go counts nothing: top-level `--- FAIL` lines are tests, `FAIL pkg` without one is a package that broke. */
function readGo(output: string): Summary | undefined {
  const ok = [...output.matchAll(/^ok {2}\t\S+/gm)].length;
  const brokenPackages = [...output.matchAll(/^FAIL\t\S+/gm)].length;
  const failedTests = [...output.matchAll(/^--- FAIL: /gm)].length;
  if (ok + brokenPackages + failedTests === 0) return undefined;
  return { failed: Math.max(failedTests, brokenPackages), passed: ok };
}
