/** `npm run matrix -- --full --times 5`: runs, keeps, and writes docs/matrix.md. Arguments: see options.ts. */
import { expect, inject, it } from "vitest";
import { readOptions, runsOf } from "./options.ts";
import { keyOf } from "./record.ts";
import { Results } from "./results.ts";
import { runAll } from "./runAll.ts";
import { scenarios } from "./scenarios/index.ts";

it("the matrix", async () => {
  const options = readOptions(inject("matrixArguments"));
  const results = new Results();
  if (!options.resume && !options.report) await results.clear();
  const done = new Set((await results.read()).map(keyOf));
  const runs = runsOf(scenarios, options).filter((key) => !done.has(keyOf(key)));
  const say = (line: string) => process.stdout.write(`${line}\n`);
  if (!options.report) {
    await runAll({ scenarios, runs, jobs: options.jobs, keep: (one) => results.add(one), say });
  }
  const wrong = (await results.read()).filter(({ faults }) => faults.length > 0);
  expect(wrong.map(keyOf)).toEqual([]);
});
