/** Processes of this machine, as the warden needs them. A process is named by pid and start: pids are used again. */

export interface ProcessInfo {
  pid: number;
  parent: number;
  /** Start of the process in the system's own unit; equal only for the same process. */
  start: string;
  /** Its command line, cut to what a person can read. */
  command: string;
}

export interface Processes {
  /** Every process of this machine. */
  list(): Promise<ProcessInfo[]>;
  /** Those whose environment holds `JAMA_SESSION=<session>`, as far as it may be read. */
  withMarker(session: string): Promise<ProcessInfo[]>;
  /** Signals one process if it is still the very same. False when it is gone. */
  signal(target: Pick<ProcessInfo, "pid" | "start">, signal: NodeJS.Signals): Promise<boolean>;
}

/** The variable that every process of a session inherits. */
export const markerVariable = "JAMA_SESSION";

/** The root and all that descends from it, as listed. */
export function treeOf(all: readonly ProcessInfo[], root: number): ProcessInfo[] {
  const tree = all.filter((one) => one.pid === root);
  for (const one of tree)
    tree.push(...all.filter((child) => child.parent === one.pid && !tree.includes(child)));
  return tree;
}
