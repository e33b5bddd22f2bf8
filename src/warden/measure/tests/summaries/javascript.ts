/** Summaries of the runners of JavaScript and TypeScript. */
import { numberOf, type SummaryReader, sumMatches } from "../summary.ts";

const num = (text: string | undefined): number => Number(text ?? 0);

export const javascript: readonly SummaryReader[] = [
  {
    runner: "vitest",
    oneLine: true,
    read: (output) => {
      const tests = sumMatches(
        output,
        /^ *Tests {2,}(?=.*\d+ (?:failed|passed|skipped|todo)).*$/gm,
        ([line]) => ({
          failed: numberOf(line, /failed/),
          passed: numberOf(line, /passed/),
        }),
      );
      const files = sumMatches(output, /^ *Test Files {2,}.*$/gm, ([line]) => ({
        failed: numberOf(line, /failed/),
        passed: 0,
      }));
      // A file that cannot be loaded fails without a test of it failing.
      if (files && files.failed > 0 && !tests?.failed)
        return { failed: files.failed, passed: tests?.passed ?? 0 };
      return tests;
    },
  },
  {
    runner: "jest",
    oneLine: true,
    read: (output) => {
      const tests = sumMatches(output, /^Tests: {2,}.*\d+ total.*$/gm, ([line]) => ({
        failed: numberOf(line, /failed/),
        passed: numberOf(line, /passed/),
      }));
      const suites = sumMatches(output, /^Test Suites: .*\d+ total.*$/gm, ([line]) => ({
        failed: numberOf(line, /failed/),
        passed: 0,
      }));
      if (suites && suites.failed > 0 && !tests?.failed)
        return { failed: suites.failed, passed: tests?.passed ?? 0 };
      return tests;
    },
  },
  {
    runner: "mocha, cypress",
    oneLine: false,
    read: (output) =>
      sumMatches(
        output,
        /^ +(\d+) passing \([\d.]+\w+\)(?:\n+ +\d+ pending)?(?:\n+ +(\d+) failing)?/gm,
        (found) => ({
          passed: num(found[1]),
          failed: num(found[2]),
        }),
      ),
  },
  {
    runner: "node:test, tap and spec",
    oneLine: false,
    read: (output) =>
      sumMatches(
        output,
        /^(?:#|ℹ) pass (\d+)\n(?:#|ℹ) fail (\d+)\n(?:(?:#|ℹ) cancelled (\d+))?/gm,
        (found) => ({
          passed: num(found[1]),
          failed: num(found[2]) + num(found[3]),
        }),
      ),
  },
  {
    runner: "ava",
    oneLine: false,
    read: (output) =>
      sumMatches(
        output,
        /^ {2}(?:(\d+) tests? passed|(\d+) tests? failed)(?:\n {2}\d+ known failures?)?$/gm,
        (found) => ({ passed: num(found[1]), failed: num(found[2]) }),
      ),
  },
  {
    runner: "playwright",
    oneLine: false,
    read: (output) => {
      const passed = /^ +(\d+) passed \([\d.]+m?s?\w*\)/m.exec(output)?.[1];
      const failed = /^ {2}(\d+) failed$/m.exec(output)?.[1];
      if (passed === undefined && failed === undefined) return undefined;
      return { passed: num(passed), failed: num(failed) };
    },
  },
  {
    runner: "deno",
    oneLine: true,
    read: (output) =>
      sumMatches(output, /^(?:ok|FAILED) \| (\d+) passed.*? \| (\d+) failed/gm, (found) => ({
        passed: num(found[1]),
        failed: num(found[2]),
      })),
  },
  {
    runner: "bun",
    oneLine: false,
    read: (output) =>
      sumMatches(output, /^ *(\d+) pass\n(?: *\d+ (?:skip|todo)\n)*(?: *(\d+) fail)/gm, (found) => ({
        passed: num(found[1]),
        failed: num(found[2]),
      })),
  },
];
