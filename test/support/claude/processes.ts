/** Finds processes by what they carry in their environment (Linux), so that none is left behind by a test. */
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";

/** Pids whose environment has JAMA_SESSION=<name>; with a home, only those of that world: names are not unique. */
export async function processesWithMarker(name: string, home?: string): Promise<number[]> {
  const marked = await processesWith((variable) => variable === `JAMA_SESSION=${name}`);
  if (home === undefined) return marked;
  const ours = await processesOfHome(home);
  return marked.filter((pid) => ours.includes(pid));
}

/** Pids whose HOME is the given folder. */
export function processesOfHome(home: string): Promise<number[]> {
  return processesWith((variable) => variable === `HOME=${home}`);
}

async function processesWith(accepts: (variable: string) => boolean): Promise<number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
      return pid !== process.pid && environment.split("\0").some(accepts) ? [pid] : [];
    }),
  );
  return found.flat();
}

/** A process as a failed test names it. */
export async function describeProcess(pid: number): Promise<string> {
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return `${pid} ${command.split("\0").join(" ").slice(0, 120)}`;
}

/** Ends these very pids: asks first, forces what is left after `patienceMs`, returns when all are gone. */
export async function endProcesses(find: () => Promise<number[]>, patienceMs = 2_000): Promise<void> {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    for (const pid of await find()) send(pid, signal);
    const giveUpAt = Date.now() + patienceMs;
    while (Date.now() < giveUpAt) {
      if ((await find()).length === 0) return;
      await delay(25);
    }
  }
  throw new Error(`cannot end ${(await Promise.all((await find()).map(describeProcess))).join("; ")}`);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
