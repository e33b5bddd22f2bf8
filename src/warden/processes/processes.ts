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
  /** Those of these pids that live; at most one program is run for it, however many. */
  find(pids: readonly number[]): Promise<Pick<ProcessInfo, "pid" | "start">[]>;
  /** Names the present run of the machine; empty when it cannot be told. */
  boot(): Promise<string>;
  /** Those whose environment carries the session's marker, and these variables too, as far as it may be read. */
  withMarker(session: Marked, too?: Readonly<Record<string, string>>): Promise<ProcessInfo[]>;
  /** Those that carry the marker of any session of this home (JAMA_HOME): one look for all sessions. */
  markedUnder(home: string): Promise<MarkedProcess[]>;
  /** It lives, is not stopped, and its terminal listens to it: what is typed there goes to it and to nobody else. */
  inForeground(pid: number): Promise<boolean>;
  /** Signals one process if it is still the very same. False when it is gone. */
  signal(target: Pick<ProcessInfo, "pid" | "start">, signal: NodeJS.Signals): Promise<boolean>;
}

/** A process with the session whose marker it carries. */
export interface MarkedProcess extends ProcessInfo {
  session: string;
}

/** What marks a session's processes. Names are unique within one JAMA_HOME only, so the folder belongs to it. */
export interface Marked {
  name: string;
  folder: string;
}

/** The variables that every process of a session inherits. */
export function markerOf({ name, folder }: Marked): Readonly<Record<string, string>> {
  return { JAMA_SESSION: name, JAMA_SESSION_FOLDER: folder };
}

/** Is it the process that Claude Code's registry names by pid and start? Where the start has another form, the pid must do. */
export function isProcess(one: ProcessInfo, { pid, procStart }: { pid: number; procStart: string }): boolean {
  const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();
  const sameForm = /^\d+$/.test(one.start) === /^\d+$/.test(procStart);
  return one.pid === pid && (!sameForm || plain(one.start) === plain(procStart));
}

/** The root and all that descends from it, as listed. */
export function treeOf(all: readonly ProcessInfo[], root: number): ProcessInfo[] {
  const tree = all.filter((one) => one.pid === root);
  for (const one of tree)
    tree.push(...all.filter((child) => child.parent === one.pid && !tree.includes(child)));
  return tree;
}
