/** Summaries of the runners of Ruby, PHP, Elixir, Dart, and of TAP. */
import { type SummaryReader, sumMatches } from "../summary.ts";

const num = (text: string | undefined): number => Number(text ?? 0);

export const others: readonly SummaryReader[] = [
  {
    runner: "rspec",
    oneLine: true,
    read: (output) =>
      sumMatches(
        output,
        /^(\d+) examples?, (\d+) failures?(?:, \d+ pending)?(?:, (\d+) errors?)?/gm,
        (found) => ({
          failed: num(found[2]) + num(found[3]),
          passed: Math.max(0, num(found[1]) - num(found[2])),
        }),
      ),
  },
  {
    runner: "minitest",
    oneLine: true,
    read: (output) =>
      sumMatches(
        output,
        /^(\d+) (?:runs|tests), \d+ assertions, (\d+) failures, (\d+) errors/gm,
        (found) => ({
          failed: num(found[2]) + num(found[3]),
          passed: Math.max(0, num(found[1]) - num(found[2]) - num(found[3])),
        }),
      ),
  },
  {
    runner: "phpunit, passing",
    oneLine: true,
    read: (output) =>
      sumMatches(output, /^OK \((\d+) tests?, \d+ assertions?\)/gm, (found) => ({
        failed: 0,
        passed: num(found[1]),
      })),
  },
  {
    runner: "phpunit, otherwise",
    oneLine: true,
    read: (output) =>
      sumMatches(output, /^Tests: (\d+), Assertions: \d+(.*)$/gm, (found) => {
        const counted = [...(found[2] ?? "").matchAll(/(?:Failures|Errors): (\d+)/g)];
        const failed = counted.reduce((sum, [, count]) => sum + num(count), 0);
        return { failed, passed: Math.max(0, num(found[1]) - failed) };
      }),
  },
  {
    runner: "pest, artisan",
    oneLine: true,
    read: (output) =>
      sumMatches(
        output,
        /^ *Tests: +(?:(\d+) failed, )?(?:\d+ \w+, )*?(?:(\d+) passed )?\(\d+ assertions?\)/gm,
        (found) => ({
          failed: num(found[1]),
          passed: num(found[2]),
        }),
      ),
  },
  {
    runner: "ExUnit, bats",
    oneLine: true,
    read: (output) =>
      sumMatches(
        output,
        /^(?:\d+ (?:doctests?|properties|property), )*(\d+) tests?, (\d+) failures?/gm,
        (found) => ({
          failed: num(found[2]),
          passed: Math.max(0, num(found[1]) - num(found[2])),
        }),
      ),
  },
  {
    runner: "dart, flutter",
    oneLine: true,
    read: (output) => {
      const last = [
        ...output.matchAll(
          /\d\d:\d\d \+(\d+)(?: ~\d+)?(?: -(\d+))?: (?:All tests passed!|Some tests failed\.)/g,
        ),
      ].at(-1);
      return last && { passed: num(last[1]), failed: num(last[2]) };
    },
  },
];

/** For output that no runner has summed up: test lines of TAP, complete as the plan says. */
export const tap: SummaryReader = {
  runner: "tap",
  oneLine: false,
  read: (output) => {
    const plan = /^1\.\.(\d+)/m.exec(output)?.[1];
    const passed = [...output.matchAll(/^ok \d+/gm)].length;
    const failed = [...output.matchAll(/^not ok \d+(?!.*# (?:TODO|SKIP))/gim)].length;
    if (plan === undefined || passed + failed === 0) return undefined;
    return failed > 0 || passed >= Number(plan) ? { passed, failed } : undefined;
  },
};
