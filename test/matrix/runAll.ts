/** Performs runs side by side and keeps each result as soon as it is there. */
import PQueue from "p-queue";
import { keyOf, type RunKey, type RunRecord } from "./record.ts";
import type { Scenario } from "./scenario.ts";
import { perform } from "./stage/perform.ts";

export interface RunAllInput {
  readonly scenarios: readonly Scenario[];
  readonly runs: readonly RunKey[];
  readonly jobs: number;
  readonly keep: (record: RunRecord) => Promise<void>;
  readonly say: (line: string) => void;
}

export async function runAll({ scenarios, runs, jobs, keep, say }: RunAllInput): Promise<void> {
  const queue = new PQueue({ concurrency: jobs });
  let done = 0;
  const one = async (key: RunKey) => {
    const scenario = scenarios.find(({ name }) => name === key.scenario);
    if (!scenario) throw new Error(`no such scenario: ${key.scenario}`);
    const record = await perform(scenario, key).catch((error: unknown) => notPerformed(key, error));
    await keep(record);
    done += 1;
    say(`${done}/${runs.length} ${keyOf(key)} ${summary(record)}`);
  };
  await Promise.all(runs.map((key) => queue.add(() => one(key))));
}

/** The world around a run broke: that is a fault like any other, and the others go on. */
function notPerformed(key: RunKey, error: unknown): RunRecord {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const nothing = { tookMs: 0, keyed: false, states: [], told: [] };
  const seed = { says: "nothing", verdict: "right" } as const;
  return { ...key, ...nothing, at: Date.now(), faults: [{ kind: "run-failed", what }], seed };
}

function summary({ faults, tookMs, told }: RunRecord): string {
  const times = told.map(({ kind, fromFact }) =>
    fromFact === null ? kind : `${kind} ${fromFact.toFixed(0)} ms`,
  );
  const wrong = faults.map(({ kind, what }) => `\n    ${kind}: ${what}`).join("");
  return `${(tookMs / 1_000).toFixed(1)} s: ${times.join(", ")}${wrong}`;
}
