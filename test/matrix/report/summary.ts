/** The top of docs/matrix.md: what was run, and what of it was wrong, per set of channels. Pure. */
import { goalMs, setNames } from "../channels.ts";
import type { RunRecord } from "../record.ts";
import { channelSets, type Scenario } from "../scenario.ts";
import { faulty, fromFact, fromLastByte, times, withFaults } from "./figures.ts";
import { table } from "./tables.ts";

export function summary(runs: readonly RunRecord[]): string[] {
  const row = (name: string, some: readonly RunRecord[], goal: string) => [
    name,
    String(some.length),
    String(faulty(some, "false-kill")),
    String(faulty(some, "missed")),
    String(faulty(some, "doubled")),
    String(faulty(some, "wrong-state")),
    String(others(some)),
    times(fromFact(some)),
    goal,
    times(fromLastByte(some)),
  ];
  const sets = channelSets.map((set) =>
    row(
      `(${set}) ${setNames[set]}`,
      runs.filter((one) => one.set === set),
      `< ${goalMs[set]}`,
    ),
  );
  const head = [
    "channels",
    "runs",
    "false kills",
    "missed ends",
    "doubled pings",
    "wrong states",
    "other faults",
    "event → ping, ms (median / worst)",
    "goal, worst",
    "model's last byte → ping, ms",
  ];
  return table(head, [...sets, row("**all**", runs, "")]);
}

/** Runs whose faults are all of other kinds: unexpected messages, processes left behind, calls of its own, failed runs. */
function others(runs: readonly RunRecord[]): number {
  const counted = new Set(["false-kill", "missed", "doubled", "wrong-state"]);
  return withFaults(runs).filter(({ faults }) => faults.every(({ kind }) => !counted.has(kind))).length;
}

/** What the rule of the seeds would have done on the same evidence. */
export function seedSummary(runs: readonly RunRecord[], scenarios: readonly Scenario[]): string {
  const kills = runs.filter(({ seed }) => seed.verdict === "kills");
  const misses = runs.filter(({ seed }) => seed.verdict === "misses");
  const names = (some: readonly RunRecord[]) => {
    const found = new Set(some.map((one) => one.scenario));
    return scenarios.filter(({ name }) => found.has(name)).length;
  };
  return (
    `It would have ended a session that had to live, or was not over yet, in ${kills.length} of ${runs.length} runs ` +
    `(${names(kills)} scenarios), and said nothing of what had to be told in ${misses.length} (${names(misses)} scenarios).`
  );
}
