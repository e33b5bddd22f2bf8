/** What the kernel has counted (Linux): CPU time of a process with the children it has waited for, processes started. */
import { readFile } from "node:fs/promises";

/** USER_HZ is 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;

export interface Reading {
  /** ms. */
  readonly at: number;
  /** CPU seconds by pid, in the order asked for. */
  readonly cpu: readonly number[];
  /** On the whole machine, threads included. */
  readonly started: number;
}

export async function read(pids: readonly number[]): Promise<Reading> {
  const cpu = await Promise.all(pids.map(cpuSeconds));
  return { at: performance.now(), cpu, started: await processesStarted() };
}

/** Fields 14 to 17: utime, stime, cutime, cstime. The second field may hold anything but ends with the last bracket. */
async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const ticks = fields.slice(11, 15).map(Number);
  return ticks.reduce((sum, one) => sum + one, 0) / ticksPerSecond;
}

async function processesStarted(): Promise<number> {
  const stat = await readFile("/proc/stat", "utf8");
  return Number(/^processes (\d+)$/m.exec(stat)?.[1] ?? Number.NaN);
}

export async function rssMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
