/** What a channel or a version really cannot tell or show: each by name, with the reason. Pure. */
import { channelSets, type Exception, type Scenario } from "../scenario.ts";

export function exceptions(scenarios: readonly Scenario[]): string[] {
  return scenarios.flatMap(({ name, except = [] }) => except.map((one) => `- **${name}** ${line(one)}`));
}

function line({ sets, versions, why, expect }: Exception): string {
  const where = [
    sets &&
      (sets.length === channelSets.length
        ? "in every set"
        : `in ${sets.map((one) => `(${one})`).join(", ")}`),
    versions && `with ${versions.join(", ")}`,
  ].filter((part) => part !== undefined);
  return `${where.join(" ")}, ${expect === "skip" ? "not shown" : "expected otherwise"}: ${why}.`;
}
