/** One line of docs/matrix.md per scenario. Pure. */
import type { RunRecord } from "../record.ts";
import { channelSets, type Expectation, type Scenario } from "../scenario.ts";
import { fromFact, times, withFaults } from "./figures.ts";

export const rowHead = [
  "scenario",
  "states",
  "told",
  "got",
  ...channelSets.map((set) => `(${set}) ms`),
  "the seeds' rule",
];

export function rowOf(scenario: Scenario, all: readonly RunRecord[]): string[] {
  const runs = all.filter((one) => one.scenario === scenario.name);
  const latency = channelSets.map((set) => times(fromFact(runs.filter((one) => one.set === set))));
  const { name, about, expect } = scenario;
  return [
    `**${name}** ${about}`,
    expect.passes.join(" → "),
    toldOf(expect),
    got(runs),
    ...latency,
    seed(runs),
  ];
}

function toldOf({ told }: Expectation): string {
  return told
    .map((one) => (typeof one === "string" ? one : one.or ? `${one.kind} or ${one.or}` : one.kind))
    .filter((kind) => kind !== "launched")
    .join(", ");
}

function got(runs: readonly RunRecord[]): string {
  if (runs.length === 0) return "not run";
  const wrong = withFaults(runs);
  if (wrong.length === 0) return `as expected, ${runs.length} of ${runs.length}`;
  const kinds = [...new Set(wrong.flatMap(({ faults }) => faults.map((one) => one.kind)))];
  return `as expected, ${runs.length - wrong.length} of ${runs.length}; ${kinds.join(", ")}`;
}

function seed(runs: readonly RunRecord[]): string {
  const count = (verdict: RunRecord["seed"]["verdict"]) =>
    runs.filter((one) => one.seed.verdict === verdict).length;
  const parts = [
    count("kills") > 0 && `**ends it** (${count("kills")})`,
    count("misses") > 0 && `**misses it** (${count("misses")})`,
    count("right") > 0 && `right (${count("right")})`,
  ];
  return parts.filter((part) => part !== false).join(", ");
}
