import { expect, test } from "vitest";
import { interpretByRules } from "../../../src/desk/interpret/rules/rule-interpreter.ts";
import { loadCorpus } from "./corpus/cases.ts";
import { misses, shares, summary } from "./corpus/report.ts";
import { mark } from "./corpus/score.ts";
import { specs } from "./specs.ts";

const marks = loadCorpus().map((one) => mark(one, interpretByRules(one.request, specs)));
const tuned = marks.filter((one) => !one.case.heldOut);
const heldOut = marks.filter((one) => one.case.heldOut);

test("scores", () => {
  console.log(
    [
      summary("held-out", heldOut),
      JSON.stringify(tuned.filter((_, i) => i % 23 === 0).map((m) => [m.case.text, m.got])),
      summary("tuned", tuned),
      ...misses(tuned),
    ].join("\n"),
  );
});
