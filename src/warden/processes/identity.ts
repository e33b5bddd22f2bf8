/** Who a process is, as launch.sh keeps it: a line of /proc/<pid>/stat, or the pid alone where there is none. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface Identity {
  pid: number;
  /** As `ProcessInfo.start`; empty when it was not kept. */
  start: string;
}

/** launch.sh leaves these in its first moment; undefined until then. */
export async function readIdentity(
  sessionFolder: string,
  who: "claude" | "launcher",
): Promise<Identity | undefined> {
  return parseIdentity(await readFile(join(sessionFolder, "started", who), "utf8").catch(() => ""));
}

/** Undefined when nothing (whole) was written yet. */
export function parseIdentity(line: string): Identity | undefined {
  const pid = /^(\d+)(?: |\n)/.exec(line)?.[1];
  if (pid === undefined || !line.endsWith("\n")) return undefined;
  // The name in parentheses may hold anything: field 22 is the 20th behind it.
  const start = line.includes(")") ? line.slice(line.lastIndexOf(")") + 2).split(" ")[19] : undefined;
  return { pid: Number(pid), start: start ?? "" };
}
