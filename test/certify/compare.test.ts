/** What counts as a difference between what came of a scenario and what must come of it. */
import { describe, expect, it } from "vitest";
import { differences, type Got, isAstray } from "../../src/certify/compare.ts";
import type { Expected } from "../../src/certify/scenario.ts";

const expected: Expected = {
  told: ["launched", "finished", "closed"],
  states: ["working", "finished", "closed"],
  passing: ["retrying"],
};
const well: Got = {
  told: ["launched", "finished", "closed"],
  states: ["starting", "working", "retrying", "working", "finished", "working", "closed"],
  leftovers: [],
  trouble: "",
};

describe("a scenario", () => {
  it("is as expected when all was told in order, whatever states stood between", () => {
    expect(differences(expected, well)).toEqual([]);
  });

  it.each<[string, Partial<Got>, string]>([
    ["nothing more is told", { told: ["launched", "finished"] }, "told nothing instead of closed"],
    [
      "another thing is told",
      { told: ["launched", "asked(dialog)"] },
      "told asked(dialog) instead of finished",
    ],
    ["more is told", { told: [...well.told, "finished"] }, "told finished besides"],
    ["a state is missing", { states: ["working", "closed"] }, "state finished is missing"],
    [
      "states come in another order",
      { states: ["finished", "working", "closed"] },
      "state finished is missing",
    ],
    ["a state does not belong there", { states: [...well.states, "stuck"] }, "state stuck is not expected"],
    ["something of it runs on", { leftovers: [{ pid: 7, command: "node" }] }, "left running: 7 node"],
    ["a wait came to nothing", { trouble: "waited 60 s for it" }, "waited 60 s for it"],
  ])("differs when %s", (_, change, said) => {
    expect(differences(expected, { ...well, ...change })).toContain(said);
  });

  it("is given up as soon as nothing can make it right any more", () => {
    expect(isAstray(["launched"], expected)).toBe(false);
    expect(isAstray(["launched", "exited(1)"], expected)).toBe(true);
    expect(isAstray([...expected.told, "kept"], expected)).toBe(true);
  });
});
