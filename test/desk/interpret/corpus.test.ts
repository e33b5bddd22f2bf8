/** The rules on the whole corpus. Floors lie slightly under what was reached; a dangerous error is never fine. */
import { expect, test } from "vitest";
import { interpretByRules } from "../../../src/desk/interpret/rules/rule-interpreter.ts";
import { loadCorpus } from "./corpus/cases.ts";
import { misses, shares, summary } from "./corpus/report.ts";
import { mark } from "./corpus/score.ts";
import { specs } from "./specs.ts";

const marks = loadCorpus().map((one) => mark(one, interpretByRules(one.request, specs)));
const tuned = marks.filter((one) => !one.case.heldOut);
const heldOut = marks.filter((one) => one.case.heldOut);

test("the corpus is large, and a good part of it is held out", () => {
  expect(tuned.length).toBeGreaterThanOrEqual(170);
  expect(heldOut.length).toBeGreaterThanOrEqual(40);
});

test("the rules understand nearly all sentences they were made with", () => {
  console.log([summary("rules, tuned", tuned), ...misses(tuned)].join("\n"));
  expect(shares(tuned).all).toBeGreaterThanOrEqual(0.97);
});

test("the rules understand most sentences they have never seen", () => {
  console.log(summary("rules, held out", heldOut));
  expect(shares(heldOut).all).toBeGreaterThanOrEqual(0.8);
});

test("nothing is stopped or started that was not asked for", () => {
  expect(misses(marks.filter((one) => one.dangerous))).toEqual([]);
});

test("a task is always a tail of the person's own text", () => {
  for (const { case: one, got } of marks) expect(one.text.endsWith(got.task)).toBe(true);
});

test("the order of the intents does not matter", () => {
  const reversed = [...specs].reverse();
  const differing = marks.filter(({ case: one, got }) => {
    const other = interpretByRules(one.request, reversed).intent;
    return other !== got.intent && !one.intent.includes(other);
  });
  expect(differing.map(({ case: one }) => one.text)).toEqual([]);
});
