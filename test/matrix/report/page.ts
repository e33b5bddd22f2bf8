/** docs/matrix.md as a whole, made from the results. Pure. */
import type { RunRecord } from "../record.ts";
import { channelSets, type Scenario } from "../scenario.ts";
import { exceptions } from "./exceptions.ts";
import { fieldLines } from "./field.ts";
import { withFaults } from "./figures.ts";
import { quietTimes, timesRun } from "./quiet.ts";
import { rowHead, rowOf } from "./rows.ts";
import { seedSummary, summary } from "./summary.ts";
import { table } from "./tables.ts";

export function page(
  scenarios: readonly Scenario[],
  runs: readonly RunRecord[],
  quiet: readonly RunRecord[],
): string {
  const themes = [...new Set(scenarios.map((one) => one.theme))];
  const versions = [...new Set(runs.map((one) => one.version))].sort().toReversed();
  const most = Math.max(0, ...runs.map((one) => one.run));
  return `${[
    "# The matrix",
    "",
    "Written by `npm run matrix`; do not edit. Every run is the built bot, real tmux, the real Claude Code with a",
    "scripted model, and a strict Bot API server: nothing but the two services is a stand-in.",
    "",
    `**${scenarios.length} scenarios, ${channelSets.length} sets of channels, Claude Code ${versions.join(" and ")}:`,
    `${runs.length} runs made (up to ${most} of each), ${withFaults(runs).length} of them with a fault.**`,
    "",
    ...summary(runs),
    "",
    ...timesRun(scenarios, runs),
    "",
    ...method,
    "",
    ...quietTimes(quiet),
    "## The seeds' own rule, on the same evidence",
    "",
    "_The log has not been written to for two minutes and the prompt is visible: finished, so end it; with an error in",
    "sight, tell instead._ Two minutes are scaled to 3 s like the grace period, and it looks twice a second instead of",
    "every five minutes, which is in its favour.",
    "",
    seedSummary(runs, scenarios),
    "",
    ...themes.flatMap((theme) => [
      `## ${theme.charAt(0).toUpperCase()}${theme.slice(1)}`,
      "",
      ...table(
        rowHead,
        scenarios.filter((one) => one.theme === theme).map((one) => rowOf(one, runs)),
      ),
      "",
    ]),
    "## Ways to fail that were seen in the field",
    "",
    ...fieldLines(scenarios),
    "",
    "## What is left out, and why",
    "",
    ...exceptions(scenarios),
    "",
    "## Every fault",
    "",
    ...everyFault(runs),
  ].join("\n")}\n`;
}

const method = [
  "- **States** and **told** are what is expected with all channels. With a channel missing, an end is told and the",
  "  session is left alone (invariant 1); without hooks nothing says which kind of question it is.",
  "- **False kill**: ended by Jama though it had to live. **Missed**: an expected message did not come. **Doubled**: one",
  "  came twice. **Wrong state**: the journal's verdicts pass another way, or show a strange state for 500 ms or more.",
  "- **Event → ping** begins when the fact came into the world, by a clock that is not Jama's: the time of the hook's",
  "  file, the time that Claude Code put into its registry, the exit event, a key press, and without any of these the",
  "  last byte of the model's answer. It ends when the Bot API server has the message.",
  "- The times are scaled: a grace period of 3 s stands for 120 s. Several runs go on at once on the same machine, which",
  "  is as busy as it can be: its latencies are those of such a machine. The quiet table has one run at a time.",
  "- In every run with an odd number the bot has a key and a model of its own, apart from Claude Code's; it may read",
  "  each message of the person and word each end, once. In the others it has none. Any further call is a fault.",
  "- Every session that lives at the end is ended by a person's order; nothing of it may run afterwards.",
];

function everyFault(runs: readonly RunRecord[]): string[] {
  const lines = withFaults(runs).flatMap(({ scenario, set, version, run, faults }) =>
    faults.map(
      ({ kind, what }) =>
        `- ${scenario} (${set}) ${version}, run ${run}: ${kind}: ${what.split("\n")[0]?.slice(0, 200)}`,
    ),
  );
  return lines.length === 0 ? ["None."] : lines;
}
