/**
 * `jama certify`: tries the installed Claude Code out against what Jama expects of it, and notes the outcome where the
 * bot finds it. It needs no token, no account, no running bot.
 */
import { resolve } from "node:path";
import { InvalidArgumentError } from "commander";
import { certify as tryOut } from "../certify/certify.ts";
import { holdCertify } from "../certify/hold.ts";
import type { CertifyReport } from "../certify/report.ts";
import { allScenarios } from "../certify/scenarios/all.ts";
import { lastLine, tableOf } from "../certify/table.ts";
import { recordChecked } from "../warden/versions/certified.ts";
import type { Subcommand, Surroundings } from "./subcommand.ts";

interface Options {
  bin?: string;
  atOnce?: number;
}

const codes = { differs: 1, notRun: 2, interrupted: 130 } as const;

export const certify: Subcommand = (program, around, end) => {
  program
    .command("certify")
    .description("try the installed Claude Code out, with a scripted model, against what Jama expects of it")
    .option("--bin <path>", "the program; CLAUDE_BIN by default")
    .option(
      "--at-once <number>",
      "sessions beside each other, a quarter of a GB each; 4 by default",
      atLeastOne,
    )
    .addHelpText(
      "after",
      "\nExit codes: 0 all as expected, 1 something differs, 2 it could not be tried out.\nThe outcome is noted in certified.json, in JAMA_HOME.",
    )
    .action(async (options: Options) => end(await run(options, around)));
};

async function run({ bin, atOnce }: Options, around: Surroundings): Promise<number> {
  const { home, claudeBin } = around.places();
  const stopping = new AbortController();
  // Not `once`: execa ends the process itself, in the middle of a call, where it finds no listener but its own.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopping.abort());
  const hold = await holdCertify(home, around.environment()["PATH"] ?? "");
  if (!hold) {
    around.complain("A check runs already.");
    return codes.notRun;
  }
  const table = tableOf(allScenarios);
  const log = { debug: silent, info: silent, warn: silent, error: silent };
  let begun = false;
  try {
    const report = await tryOut({
      bin: bin === undefined ? claudeBin : bin.includes("/") ? resolve(bin) : bin,
      user: around.user(),
      jama: around.version,
      signal: stopping.signal,
      onResult(result) {
        if (!begun) around.say(table.header);
        begun = true;
        for (const line of table.row(result)) around.say(line);
      },
      onRoot: (root) => hold.noteRoot(root),
      log,
      ...(atOnce === undefined ? {} : { atOnce }),
    });
    await note(report, home, around);
    if (report.outcome === "not-run") around.complain(lastLine(report));
    else around.say(lastLine(report));
    return { passed: 0, failed: codes.differs, "not-run": codes.notRun }[report.outcome];
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    around.complain("Stopped: nothing is noted, and nothing was left behind.");
    return codes.interrupted;
  } finally {
    await hold.release();
  }
}

async function note(report: CertifyReport, home: string, around: Surroundings): Promise<void> {
  if (report.outcome === "not-run") return;
  const { outcome, results, versions } = report;
  const failed = results.filter((one) => one.differs.length > 0).map((one) => one.scenario);
  const checked = { at: Date.now(), jama: around.version, outcome, scenarios: results.length, failed };
  const complain = (_: object, message: string) => around.complain(message);
  await recordChecked(home, versions, checked, {
    debug: silent,
    info: silent,
    warn: complain,
    error: complain,
  });
}

/** What a session's warden has to say is in its journal, and gone with it. */
function silent(): void {
  // nobody reads along
}

function atLeastOne(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError("It is a number of sessions: 1, 2, ...");
  return Number(text);
}
