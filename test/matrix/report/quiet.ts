/** How often each scenario was run, and how long pings take when one run goes on at a time. Pure. */
import { goalMs, setNames } from "../channels.ts";
import { expectIn } from "../judge/expectIn.ts";
import { versions } from "../options.ts";
import type { RunRecord } from "../record.ts";
import { channelSets, type Scenario } from "../scenario.ts";
import { fromFact, times } from "./figures.ts";
import { table } from "./tables.ts";

/** A scenario counts as run so often as it was in the set and version in which it was run least. */
export function timesRun(scenarios: readonly Scenario[], runs: readonly RunRecord[]): string[] {
  const counts = scenarios.map((one) => leastRuns(one, runs)).filter(Number.isFinite);
  const byCount = [...new Set(counts)].sort((one, other) => other - one);
  const said = byCount.map((count) => {
    const many = counts.filter((one) => one === count).length;
    return `${many} ${many === 1 ? "scenario" : "scenarios"} ${count} ${count === 1 ? "time" : "times"}`;
  });
  return [`In every set of channels and every version that can show it: ${said.join(", ")}.`];
}

/** Infinite for one that no version can show. */
function leastRuns(scenario: Scenario, runs: readonly RunRecord[]): number {
  const own = runs.filter((one) => one.scenario === scenario.name);
  const places = channelSets.flatMap((set) =>
    versions
      .filter((version) => expectIn(scenario, set, version).kind === "run")
      .map((version) => own.filter((one) => one.set === set && one.version === version).length),
  );
  return Math.min(...places);
}

/** Empty when none was made. */
export function quietTimes(runs: readonly RunRecord[]): string[] {
  if (runs.length === 0) return [];
  const kinds = [...new Set(runs.flatMap(({ told }) => told.map((one) => one.kind)))];
  const rows = kinds.map((kind) => [
    kind,
    ...channelSets.map((set) => times(fromFact(only(runs, set, kind)))),
  ]);
  const all = ["**all**", ...channelSets.map((set) => times(fromFact(only(runs, set))))];
  const goals = ["goal, worst", ...channelSets.map((set) => `< ${goalMs[set]}`)];
  return [
    "## From the event to the ping, one run at a time",
    "",
    `Median and worst, in ms, of ${runs.length} runs (\`npm run matrix -- --quiet\`); the goal for the median with all`,
    "channels is 100.",
    "",
    ...table(
      ["ping", ...channelSets.map((set) => `(${set}) ${setNames[set]}`)],
      [...rows.filter((row) => row.slice(1).some((one) => one !== "–")), all, goals],
    ),
    "",
  ];
}

function only(runs: readonly RunRecord[], set: string, kind?: string): RunRecord[] {
  const own = runs.filter((one) => one.set === set);
  return kind === undefined
    ? own
    : own.map((one) => ({ ...one, told: one.told.filter((told) => told.kind === kind) }));
}
