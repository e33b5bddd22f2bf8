/** Summaries of the runners of Python. */
import { numberOf, type SummaryReader, sumMatches } from "../summary.ts";

export const python: readonly SummaryReader[] = [
  {
    runner: "pytest",
    oneLine: true,
    read: (output) =>
      sumMatches(
        output,
        /^(?:=+ )?\d+ (?:passed|failed|errors?|skipped|xfailed|xpassed|deselected|warnings?)\b.* in [\d.:]+s?.*$/gm,
        ([line]) => ({
          failed: numberOf(line, /failed\b/) + numberOf(line, /errors?\b/),
          passed: numberOf(line, /passed\b/),
        }),
      ),
  },
  {
    runner: "unittest",
    oneLine: false,
    read: (output) =>
      sumMatches(output, /^Ran (\d+) tests? in [\d.]+s\n+(OK|FAILED|NO TESTS RAN)\b(.*)$/gm, (found) => {
        const counted = [...(found[3] ?? "").matchAll(/\b(failures|errors|unexpected successes)=(\d+)/g)];
        const failed = counted.reduce((sum, [, , count]) => sum + Number(count), 0);
        return { failed, passed: Math.max(0, Number(found[1]) - failed) };
      }),
  },
];
