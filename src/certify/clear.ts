/** Ends all that belongs to the folder of a run, whoever began it and however that ended: its processes, its tmux, itself. */
import { readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { execa } from "execa";
import type { Leftover } from "../protocol/leftover.ts";
import { endLeftovers } from "../warden/end/endSession.ts";
import { bsdProcesses } from "../warden/processes/bsd.ts";
import { linuxProcesses } from "../warden/processes/linux.ts";

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

/** Gives what could not be ended. */
export async function clearRoot(root: string, path: string): Promise<Leftover[]> {
  const processes = process.platform === "darwin" ? bsdProcesses : linuxProcesses;
  const sessions = join(placesIn(root).home, "sessions");
  const names = await readdir(sessions).catch(() => []); // it did not come that far
  const ended = names.map((name) => endLeftovers(processes, { name, folder: join(sessions, name) }));
  const left = (await Promise.all(ended)).flat();
  await tmuxIn(root, ["kill-server"], path).catch(() => undefined); // none was begun, or it is gone with its sessions
  await rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  return left;
}
