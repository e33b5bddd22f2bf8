/** Processes through `ps`, for macOS, where there is no /proc. `ps -E` shows the environment of one's own. */
import { execa } from "execa";
import { markerOf, type Processes, type ProcessInfo } from "./processes.ts";

async function boot(): Promise<string> {
  const { stdout, failed } = await execa("sysctl", ["-n", "kern.boottime"], { reject: false });
  return failed ? "" : stdout.trim();
}

async function ps(extra: readonly string[]): Promise<ProcessInfo[]> {
  const { stdout } = await execa("ps", ["-ax", ...extra, "-ww", "-o", "pid=,ppid=,lstart=,command="], {
    env: { LC_ALL: "C" },
  });
  return stdout.split("\n").flatMap(parse);
}

/** `  501     1 Fri Mar  3 14:20:00 2026 claude ...`: lstart is always five words in the C locale. */
function parse(line: string): ProcessInfo[] {
  const match = /^\s*(\d+)\s+(\d+)\s+(\S+\s+\S+\s+\d+\s+\S+\s+\d+)\s+(.*)$/.exec(line);
  if (!match) return [];
  const [, pid, parent, start, command] = match;
  return [{ pid: Number(pid), parent: Number(parent), start: start ?? "", command: command ?? "" }];
}

export const bsdProcesses: Processes = {
  list: () => ps([]),
  async find(wanted) {
    const pids = new Set(wanted);
    return (await ps([])).filter(({ pid }) => pids.has(pid));
  },
  boot,
  async withMarker(session, too = {}) {
    const wanted = Object.entries({ ...markerOf(session), ...too }).map(
      ([name, value]) => ` ${name}=${value} `,
    );
    const marked = (await ps(["-E"]))
      .filter((one) => wanted.every((variable) => `${one.command} `.includes(variable)))
      .map((one) => one.pid);
    return (await ps([])).filter((one) => marked.includes(one.pid));
  },
  async markedUnder(home) {
    const begin = ` JAMA_SESSION_FOLDER=${home}/sessions/`;
    const sessions = new Map(
      (await ps(["-E"])).flatMap(({ pid, command }) => {
        const place = command.lastIndexOf(begin);
        const session = place < 0 ? "" : (/^[\w.-]+/.exec(command.slice(place + begin.length))?.[0] ?? "");
        return session === "" ? [] : [[pid, session] as const];
      }),
    );
    return (await ps([])).flatMap((one) => {
      const session = sessions.get(one.pid);
      return session === undefined ? [] : [{ ...one, session }];
    });
  },
  async inForeground(pid) {
    const { stdout } = await execa("ps", ["-o", "stat=", "-p", String(pid)], { reject: false });
    return stdout.includes("+") && !/^[ZT]/.test(stdout.trim());
  },
  async signal(target, signal) {
    const now = (await ps([])).find((one) => one.pid === target.pid);
    if (now?.start !== target.start) return false;
    process.kill(target.pid, signal);
    return true;
  },
};
