/** Processes through /proc. What ends while it is being read is simply not there. */
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { markerOf, type Processes, type ProcessInfo } from "./processes.ts";

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    return ""; // ended meanwhile, or another user's: either way nothing to see
  }
}

interface Stat {
  /** As it stands before the fields, with its parentheses. */
  name: string;
  parent: string;
  start: string;
}

/** Undefined for what has ended, also when nobody has waited for it yet. */
function parseStat(stat: string): Stat | undefined {
  // The name in parentheses may hold anything, so fields are counted from its end; field 3 is the first of them.
  const end = stat.lastIndexOf(")") + 1;
  const fields = stat.slice(end + 1).split(" ");
  const [state, parent, start] = [fields[0], fields[1], fields[19]];
  if (state === "Z" || state === "X" || parent === undefined || start === undefined) return undefined;
  return { name: stat.slice(0, end), parent, start };
}

async function inspect(pid: number): Promise<ProcessInfo | undefined> {
  const stat = parseStat(await read(`/proc/${pid}/stat`));
  if (!stat) return undefined;
  const command = (await read(`/proc/${pid}/cmdline`)).replaceAll("\0", " ").trim().slice(0, 4_000);
  return { pid, parent: Number(stat.parent), start: stat.start, command: command || stat.name };
}

/** In place, and no more than is needed: the sweep asks for hundreds of them. */
function startOf(pid: number): string | undefined {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, "utf8"))?.start;
  } catch {
    return undefined; // ended
  }
}

async function pids(): Promise<number[]> {
  return (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
}

export const linuxProcesses: Processes = {
  async list() {
    const all = await Promise.all((await pids()).map(inspect));
    return all.filter((one) => one !== undefined);
  },
  async find(wanted) {
    return wanted.flatMap((pid) => {
      const start = startOf(pid);
      return start === undefined ? [] : [{ pid, start }];
    });
  },
  boot: async () => (await read("/proc/sys/kernel/random/boot_id")).trim(),
  async withMarker(session, too = {}) {
    const wanted = Object.entries({ ...markerOf(session), ...too }).map(
      ([name, value]) => `${name}=${value}`,
    );
    const marked = await Promise.all(
      (await pids()).map(async (pid) => {
        const environment = (await read(`/proc/${pid}/environ`)).split("\0");
        return wanted.every((variable) => environment.includes(variable)) ? inspect(pid) : undefined;
      }),
    );
    return marked.filter((one) => one !== undefined);
  },
  async markedUnder(home) {
    const begin = `JAMA_SESSION_FOLDER=${home}/sessions/`;
    const marked = await Promise.all(
      (await pids()).map(async (pid) => {
        const environment = (await read(`/proc/${pid}/environ`)).split("\0");
        const session = environment.find((one) => one.startsWith(begin))?.slice(begin.length);
        const info = session && !session.includes("/") ? await inspect(pid) : undefined;
        return info && session ? { ...info, session } : undefined;
      }),
    );
    return marked.filter((one) => one !== undefined);
  },
  async inForeground(pid) {
    const stat = await read(`/proc/${pid}/stat`);
    const [state = "", , group, , terminal, foreground] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return !/^[ZXTt]?$/.test(state) && terminal !== "0" && group === foreground;
  },
  async signal(target, signal) {
    if ((await inspect(target.pid))?.start !== target.start) return false;
    try {
      process.kill(target.pid, signal);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
      throw error;
    }
  },
};
