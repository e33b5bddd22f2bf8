/** Ends all that belongs to the folder of a run, whoever began it and however that ended: its processes, its tmux, itself. */
import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { execa } from "execa";
import { bsdProcesses } from "../warden/processes/bsd.ts";
import { linuxProcesses } from "../warden/processes/linux.ts";
import type { ProcessInfo } from "../warden/processes/processes.ts";

/** Where things lie in the folder of a run. */
export function placesIn(root: string) {
  return {
    userHome: join(root, "home"),
    home: join(root, "jama"),
    projects: join(root, "projects"),
    /** For `tmux -L`; its socket lies in the folder, too. */
    socket: basename(root),
  };
}

/** tmux in the world of a run, and in no other. */
export async function tmuxIn(root: string, args: readonly string[], path: string): Promise<string> {
  const { socket, userHome } = placesIn(root);
  const env = { PATH: path, HOME: userHome, TMUX_TMPDIR: root, LANG: "C.UTF-8" };
  return (await execa("tmux", ["-L", socket, ...args], { env, extendEnv: false, timeout: 10_000 })).stdout;
}

const processes = process.platform === "darwin" ? bsdProcesses : linuxProcesses;
const patienceMs = 5_000;
const pollMs = 50;

/** Gives what would not end. */
export async function clearRoot(root: string, path: string): Promise<ProcessInfo[]> {
  await endAll(root);
  await tmuxIn(root, ["kill-server"], path).catch(() => undefined); // none was begun, or it is gone already
  await rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  // What was being begun in that moment had no mark yet; without the folder nothing more begins.
  return endAll(root);
}

async function endAll(root: string): Promise<ProcessInfo[]> {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    for (const one of await belonging(root)) await processes.signal(one, signal);
    const giveUpAt = performance.now() + patienceMs;
    while (performance.now() < giveUpAt) {
      if ((await belonging(root)).length === 0) return [];
      await delay(pollMs);
    }
  }
  return belonging(root);
}

/** What carries the marker of a session of the run, and what begins one, which does not carry it yet. */
async function belonging(root: string): Promise<ProcessInfo[]> {
  const begins = (command: string) =>
    /^(\S*\/)?(tmux|sh|script) /.test(command) && command.includes(`${root}/`);
  const [all, marked] = await Promise.all([processes.list(), processes.markedUnder(placesIn(root).home)]);
  const found = [...all.filter((one) => begins(one.command)), ...marked];
  return [...new Map(found.map((one) => [one.pid, one])).values()];
}
