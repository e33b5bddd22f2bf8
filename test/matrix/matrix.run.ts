/** `npm run matrix -- --full --times 5`: runs, keeps, and writes docs/matrix.md. Arguments: see options.ts. */
import { writeFile } from "node:fs/promises";
import { expect, inject, it } from "vitest";
import { cut } from "./cut.ts";
import { readOptions, runsOf } from "./options.ts";
import { keyOf } from "./record.ts";
import { page } from "./report/page.ts";
import { Results } from "./results.ts";
import { runAll } from "./runAll.ts";
import { scenarios } from "./scenarios/index.ts";

it("the matrix", async () => {
  const options = readOptions(inject("matrixArguments"));
  // A part of it neither replaces the results of all, nor makes a page.
  const part = options.cut || (options.only.length > 0 && !options.core && !options.quiet);
  const results = new Results(part ? "part" : options.quiet ? "quiet" : "full");
  if (!options.resume && !options.report) await results.clear();
  const done = new Set((await results.read()).map(keyOf));
  const wanted = options.cut ? cut : runsOf(scenarios, options);
  const runs = wanted.filter((key) => !done.has(keyOf(key)));
  const say = (line: string) => process.stdout.write(`${line}\n`);
  if (!options.report) {
    await runAll({ scenarios, runs, jobs: options.jobs, keep: (one) => results.add(one), say });
  }
  const all = await results.read();
  if (!part) {
    const [full, quiet] = await Promise.all(["full", "quiet"].map((name) => new Results(name).read()));
    await writeFile("docs/matrix.md", page(scenarios, full ?? [], quiet ?? []));
  }
  const wrong = all.filter(({ faults }) => faults.length > 0);
  expect(wrong.map(keyOf)).toEqual([]);
});
