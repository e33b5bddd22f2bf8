/**
 * Tries out whether Jama reads a Claude Code aright: the core scenarios with the real program, a scripted model and a
 * warden of its own. No account, no network, nothing outside a temp folder. What differs is played once more by
 * itself before it counts: a machine that was busy for a moment is no reason to distrust a version.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Logger } from "../logger.ts";
import { findProgram } from "../warden/launch/findProgram.ts";
import { askLoginShell, type LoginUser } from "../warden/launch/loginEnvironment.ts";
import { askVersion } from "../warden/versions/programVersion.ts";
import { type Lab, openLab } from "./lab.ts";
import type { CertifyReport, Result } from "./report.ts";
import type { Scenario } from "./scenario.ts";
import { allScenarios } from "./scenarios/all.ts";
import { versionOf } from "./sessionJournal.ts";
import { play } from "./stage.ts";

export interface CertifyInput {
  /** CLAUDE_BIN: a name looked up in the person's login environment, or a path. */
  bin: string;
  user: LoginUser;
  /** Jama's own version. */
  jama: string;
  scenarios?: readonly Scenario[];
  /** Sessions beside each other; a quarter of a GB each. */
  atOnce?: number;
  signal: AbortSignal;
  /** Told when a scenario is judged for good. */
  onResult?(result: Result): void;
  /** Told when there is a folder that only a crash would leave behind. */
  onRoot?(root: string): Promise<void>;
  log: Logger;
}

/** What is needed beside Claude Code itself. */
const needed = ["tmux", "git", "script"];

/** Rejects only when the signal says so, or when there is no place to work in. Nothing is left behind either way. */
export async function certify(input: CertifyInput): Promise<CertifyReport> {
  const begun = Date.now();
  const { bin, user, scenarios = allScenarios, atOnce = 4, signal } = input;
  const { variables } = await askLoginShell(user, {});
  const path = variables["PATH"] ?? "";
  const program = await findProgram(bin.replace(/^~(?=\/)/, user.home), path);
  if (program === undefined) {
    return notRun(`Claude Code was not found: no program "${bin}" in your login environment's PATH.`);
  }
  for (const tool of needed) {
    if ((await findProgram(tool, path)) === undefined) return notRun(`${tool} is not installed.`);
  }
  const says = await saysItIs(program, path);
  if (says.version === undefined) {
    return notRun(`${program} does not say which version of Claude Code it is: ${says.why}.`);
  }
  const versions = new Set<string>();
  const rehearse = (some: readonly Scenario[], workers: number, onResult: (result: Result) => void) =>
    inLab({ ...input, some, program, path, versions }, (lab) =>
      playAll(lab, some, workers, signal, onResult),
    );

  const first = await rehearse(scenarios, atOnce, (one) => {
    if (one.differs.length === 0) input.onResult?.(one);
  });
  const doubtful = scenarios.filter(({ name }) => first.get(name)?.differs.length !== 0);
  const again =
    doubtful.length === 0
      ? new Map<string, Result>()
      : await rehearse(doubtful, 1, (one) => input.onResult?.(one));
  const results = scenarios.flatMap(({ name }) => again.get(name) ?? first.get(name) ?? []);
  return {
    outcome: results.every((one) => one.differs.length === 0) ? "passed" : "failed",
    versions: [...new Set([...versions, says.version])],
    results,
    ms: Date.now() - begun,
  };
}

function notRun(why: string): CertifyReport {
  return { outcome: "not-run", why };
}

/** Asked in an empty home: it may write into the one it is given. */
async function saysItIs(program: string, path: string) {
  const home = await mkdtemp(join(tmpdir(), "jama-certify-version-"));
  try {
    return await askVersion(program, { PATH: path, HOME: home });
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface InLab extends CertifyInput {
  some: readonly Scenario[];
  program: string;
  path: string;
  /** Filled with what the registry names. */
  versions: Set<string>;
}

async function inLab<T>(
  { some, onRoot, versions, ...input }: InLab,
  job: (lab: Lab) => Promise<T>,
): Promise<T> {
  const lab = await openLab({
    ...input,
    // Not the person's own: in an empty home some shells ask questions first.
    shell: (await findProgram("bash", input.path)) ?? "/bin/sh",
    scenarios: some,
    onRoot: async (root) => onRoot?.(root),
  });
  try {
    return await job(lab);
  } finally {
    for (const { session } of lab.events) {
      const version = await versionOf(lab.home, session.name);
      if (version !== undefined) versions.add(version);
    }
    await lab.close();
  }
}

/** All of them, so many at once. Waits for those under way also when one goes wrong: the lab is closed next. */
async function playAll(
  lab: Lab,
  scenarios: readonly Scenario[],
  workers: number,
  signal: AbortSignal,
  onResult: (result: Result) => void,
): Promise<Map<string, Result>> {
  const results = new Map<string, Result>();
  const queue = [...scenarios];
  const work = async () => {
    for (let next = queue.shift(); next && !signal.aborted; next = queue.shift()) {
      const result = await play(next, lab, signal);
      results.set(next.name, result);
      onResult(result);
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: workers }, work));
  signal.throwIfAborted();
  for (const one of ended) if (one.status === "rejected") throw one.reason;
  return results;
}
