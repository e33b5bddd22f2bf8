/** What `npm run matrix` is asked to do: its arguments, and the runs that they mean. Pure. */
import { parseArgs } from "node:util";
import { core, pings } from "./core.ts";
import { expectIn } from "./judge/expectIn.ts";
import type { RunKey } from "./record.ts";
import { type ChannelSet, channelSets, type Scenario } from "./scenario.ts";

export const versions = ["2.1.329", "2.1.197"] as const;

export interface MatrixOptions {
  readonly cut: boolean;
  readonly times: number;
  readonly jobs: number;
  readonly sets: readonly ChannelSet[];
  readonly versions: readonly string[];
  readonly only: readonly string[];
  /** Only the core, into the results of all. */
  readonly core: boolean;
  /** One run at a time, for times that are worth quoting; kept apart from the others. */
  readonly quiet: boolean;
  /** Go on with the results that are there. */
  readonly resume: boolean;
  /** Only write the doc from the results that are there. */
  readonly report: boolean;
}

/** Throws TypeError for what it does not know. */
export function readOptions(args: readonly string[]): MatrixOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cut: { type: "boolean", default: false },
      full: { type: "boolean", default: false },
      times: { type: "string", default: "1" },
      jobs: { type: "string", default: "4" },
      sets: { type: "string", default: channelSets.join(",") },
      versions: { type: "string", default: versions.join(",") },
      only: { type: "string", default: "" },
      core: { type: "boolean", default: false },
      quiet: { type: "boolean", default: false },
      resume: { type: "boolean", default: false },
      report: { type: "boolean", default: false },
    },
  });
  const sets = channelSets.filter((set) => values.sets.split(",").includes(set));
  const [times, jobs] = [Number(values.times), Number(values.jobs)];
  if (sets.length === 0 || !(times >= 1) || !(jobs >= 1))
    throw new TypeError("--sets a,b,c,d --times 1 --jobs 4");
  return {
    cut: values.cut,
    times,
    jobs: values.quiet ? 1 : jobs,
    sets,
    versions: values.versions.split(","),
    only: [
      ...values.only.split(",").filter((name) => name !== ""),
      ...(values.core ? core : []),
      ...(values.quiet ? pings : []),
    ],
    core: values.core,
    quiet: values.quiet,
    resume: values.resume,
    report: values.report,
  };
}

/** The runs in an order that brings every scenario once before any comes a second time. */
export function runsOf(scenarios: readonly Scenario[], options: MatrixOptions): RunKey[] {
  const chosen = scenarios.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  const unknown = options.only.filter((name) => !chosen.some((one) => one.name === name));
  if (unknown.length > 0) throw new TypeError(`no such scenario: ${unknown.join(", ")}`);
  const rounds = Array.from({ length: options.times }, (_, at) => at + 1);
  return rounds.flatMap((run) =>
    options.sets.flatMap((set) =>
      options.versions.flatMap((version) =>
        chosen
          .filter((one) => expectIn(one, set, version).kind === "run")
          .map(({ name }) => ({ scenario: name, set, version, run })),
      ),
    ),
  );
}
