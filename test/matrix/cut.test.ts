/** The matrix, cut to what fits into `npm test`; `npm run matrix -- --full` runs all of it. */
import { describe, expect, it } from "vitest";
import { cut } from "./cut.ts";
import { keyOf } from "./record.ts";
import { scenarios } from "./scenarios/index.ts";
import { perform } from "./stage/perform.ts";

describe.concurrent("1, 2, 5, 12: watching is right about", { timeout: 240_000 }, () => {
  it.each(cut.map((key) => [keyOf(key), key] as const))("%s", async (_name, key) => {
    const scenario = scenarios.find(({ name }) => name === key.scenario);
    if (!scenario) throw new Error(`no such scenario: ${key.scenario}`);
    expect((await perform(scenario, key)).faults).toEqual([]);
  });
});
