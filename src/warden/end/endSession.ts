/**
 * Ends a session and proves it gone (invariant 12). Claude Code gets SIGTERM first, because it then cleans up
 * its tools; what is left of the process tree is killed; then the marker is looked for in every environment.
 * What Claude detached on purpose is not in the tree: it is reported and left alone.
 */
import type { Leftover } from "../../protocol/leftover.ts";
import { type Marked, type Processes, type ProcessInfo, treeOf } from "../processes/processes.ts";
import type { Tmux } from "../tmux/tmux.ts";

export interface EndSessionInput {
  name: string;
  folder: string;
  /** From the registry, when it has told. */
  claudePid: number | undefined;
  tmux: Pick<Tmux, "killSession">;
  processes: Processes;
  /** Time for each stage, in ms. */
  patienceMs?: number;
}

/** Something of the session's own tree survived SIGKILL, or tmux would not let go. */
class NotGoneError extends Error {
  override name = "NotGoneError";
}

export async function endSession(input: EndSessionInput): Promise<ProcessInfo[]> {
  const { name, tmux, processes, patienceMs = 5_000 } = input;
  const tree = await liveTree(input);
  const claude = tree.find((one) => one.pid === input.claudePid) ?? belowScript(tree);
  if (claude) {
    await processes.signal(claude, "SIGTERM");
    await waitGone(processes, tree, patienceMs);
  }
  for (const one of await stillThere(processes, tree)) await processes.signal(one, "SIGKILL");
  const survivors = await waitGone(processes, tree, patienceMs);
  await tmux.killSession(name);
  if (survivors.length > 0) {
    throw new NotGoneError(`still running after SIGKILL: ${survivors.map((one) => one.pid).join(", ")}`);
  }
  return findLeftovers(processes, input);
}

/** What carries the session's marker. After its end: what it detached. */
export function findLeftovers(processes: Processes, session: Marked): Promise<ProcessInfo[]> {
  return processes.withMarker(session);
}

/** As the person is told of them. */
export function asLeftovers(processes: readonly ProcessInfo[]): Leftover[] {
  return processes.map(({ pid, command }) => ({ pid, command }));
}

/** Ends what an ended session left running; returns what is still there. */
export async function endLeftovers(
  processes: Processes,
  session: Marked,
  patienceMs = 5_000,
): Promise<Leftover[]> {
  const marked = await processes.withMarker(session);
  for (const one of marked) await processes.signal(one, "SIGTERM");
  for (const one of await waitGone(processes, marked, patienceMs)) await processes.signal(one, "SIGKILL");
  await waitGone(processes, marked, patienceMs);
  return asLeftovers(await findLeftovers(processes, session));
}

/** launch.sh, script, Claude Code and all below them, also when the tmux session is already gone. */
export async function liveTree({
  name,
  folder,
  claudePid,
  processes,
}: Pick<EndSessionInput, "name" | "folder" | "claudePid" | "processes">): Promise<ProcessInfo[]> {
  const [all, marked] = await Promise.all([processes.list(), processes.withMarker({ name, folder })]);
  const launcher = all.filter((one) => runsScript(one.command, `${folder}/launch.sh`));
  const parts = marked.filter((one) => one.pid === claudePid || ownFile(one.command, folder));
  const tree = [...launcher, ...parts].flatMap((root) => treeOf(all, root.pid));
  return [...new Map(tree.map((one) => [one.pid, one])).values()];
}

/** A shell that runs this very script; an editor or a `tail` of the person names it too. */
function runsScript(command: string, script: string): boolean {
  return /^\S*sh$/.test(command.slice(0, -script.length - 1)) && command.endsWith(` ${script}`);
}

/** script has the log on its command line, Claude Code the settings; a server that Claude started has neither. */
function ownFile(command: string, folder: string): boolean {
  return ["terminal.log", "settings.json"].some((file) => command.includes(`${folder}/${file}`));
}

/** Without a word from the registry: what `script` runs is Claude Code. */
function belowScript(tree: readonly ProcessInfo[]): ProcessInfo | undefined {
  const recorder = tree.find((one) => /^(\S*\/)?script /.test(one.command));
  return tree.find((one) => one.parent === recorder?.pid && !/^(\S*\/)?script /.test(one.command));
}

async function stillThere(processes: Processes, tree: readonly ProcessInfo[]): Promise<ProcessInfo[]> {
  const alive = await processes.find(tree.map((one) => one.pid));
  return tree.filter((one) => alive.some((other) => other.pid === one.pid && other.start === one.start));
}

async function waitGone(
  processes: Processes,
  tree: readonly ProcessInfo[],
  patienceMs: number,
): Promise<ProcessInfo[]> {
  const pollMs = 50;
  const giveUpAt = performance.now() + patienceMs; // a look takes time too, on a busy machine more than the pause
  let left = await stillThere(processes, tree);
  while (left.length > 0 && performance.now() < giveUpAt) {
    await new Promise((resolve) => setTimeout(resolve, pollMs));
    left = await stillThere(processes, tree);
  }
  return left;
}
