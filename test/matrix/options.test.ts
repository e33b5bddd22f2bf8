/** What `npm run matrix` is asked for, and that every name it knows is sound. */
import { describe, expect, it } from "vitest";
import { cut } from "./cut.ts";
import { expectIn } from "./judge/expectIn.ts";
import { readOptions, runsOf, versions } from "./options.ts";
import { channelSets } from "./scenario.ts";
import { scenarios } from "./scenarios/index.ts";

describe("the matrix", () => {
  it("has at least 45 scenarios, each with a name of its own that says what it is", () => {
    const names = scenarios.map((one) => one.name);
    expect(names.length).toBeGreaterThanOrEqual(45);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it("leaves nothing out without a reason", () => {
    for (const { except = [] } of scenarios)
      for (const { why } of except) expect(why.length).toBeGreaterThan(20);
  });

  it("runs every scenario in every set and version that can show it, all of them before any comes again", () => {
    const runs = runsOf(scenarios, readOptions(["--full", "--times", "2"]));
    const possible = scenarios.flatMap((one) =>
      channelSets.flatMap((set) => versions.filter((version) => expectIn(one, set, version).kind === "run")),
    );
    expect(runs).toHaveLength(2 * possible.length);
    expect(runs.findLastIndex((one) => one.run === 1)).toBe(possible.length - 1);
  });

  it("takes a part by sets, versions and names, and refuses what it does not know", () => {
    const options = readOptions(["--sets", "a,d", "--versions", "2.1.329", "--only", "plain-turn"]);
    expect(runsOf(scenarios, options).map(({ set }) => set)).toEqual(["a", "d"]);
    expect(() => readOptions(["--sets", "x"])).toThrow(TypeError);
    expect(() => readOptions(["--fast"])).toThrow();
    expect(() => runsOf(scenarios, readOptions(["--only", "nonsense"]))).toThrow(
      "no such scenario: nonsense",
    );
  });

  it("repeats a core of at least 45 scenarios that exist", () => {
    const names = new Set(runsOf(scenarios, readOptions(["--core"])).map((one) => one.scenario));
    expect(names.size).toBeGreaterThanOrEqual(45);
  });

  it("is cut to runs that exist", () => {
    for (const { scenario, set, version } of cut) {
      const found = scenarios.find((one) => one.name === scenario);
      expect(found && expectIn(found, set, version).kind, `${scenario} ${set} ${version}`).toBe("run");
    }
  });
});
