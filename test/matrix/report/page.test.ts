/** docs/matrix.md says what was run, how often, and every fault by name. */
import { describe, expect, it } from "vitest";
import type { RunRecord } from "../record.ts";
import { scenarios } from "../scenarios/index.ts";
import { page } from "./page.ts";
import { quietTimes, timesRun } from "./quiet.ts";

const run = (about: Partial<RunRecord> = {}): RunRecord => ({
  scenario: "plain-turn",
  set: "a",
  version: "2.1.329",
  run: 1,
  at: 0,
  tookMs: 1_000,
  keyed: true,
  faults: [],
  states: [["working", "finished"]],
  told: [
    { kind: "launched", fromFact: null, fromLastByte: null },
    { kind: "finished", fromFact: 40, fromLastByte: 90 },
  ],
  seed: { says: "kill", verdict: "right" },
  ...about,
});

describe("the page", () => {
  it("counts the runs that were made, and names every fault", () => {
    const kill = run({ run: 2, faults: [{ kind: "false-kill", what: "it is gone\nin the second line" }] });
    const text = page(scenarios, [run(), kill], []);
    expect(text).toContain("2 runs made (up to 2 of each), 1 of them with a fault.");
    expect(text).toContain("- plain-turn (a) 2.1.329, run 2: false-kill: it is gone\n");
    expect(text).toContain("as expected, 1 of 2; false-kill");
    for (const { name } of scenarios) expect(text).toContain(`**${name}**`);
  });

  it("says how often each scenario was run where it was run least", () => {
    const sets = (["a", "b", "c", "d"] as const).flatMap((set) =>
      ["2.1.329", "2.1.197"].map((version) => run({ set, version })),
    );
    const [plain] = scenarios.filter(({ name }) => name === "plain-turn");
    const two = plain ? [plain] : [];
    expect(timesRun(two, [...sets, ...sets])).toEqual([expect.stringContaining("1 scenario 2 times")]);
    expect(timesRun(two, [...sets, ...sets.slice(1)])).toEqual([
      expect.stringContaining("1 scenario 1 time."),
    ]);
    expect(timesRun(two, sets.slice(1))).toEqual([expect.stringContaining("1 scenario 0 times")]);
  });

  it("has a table of quiet times only where some were measured, without kinds that cannot be", () => {
    expect(quietTimes([])).toEqual([]);
    const text = quietTimes([
      run(),
      run({ told: [{ kind: "finished", fromFact: 60, fromLastByte: 90 }] }),
    ]).join("\n");
    expect(text).toContain("| finished | 40 / 60 | – | – | – |");
    expect(text).not.toContain("| launched");
  });
});
