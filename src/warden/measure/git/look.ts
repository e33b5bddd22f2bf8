/** The first look at a repository: where its index is, what it holds that git does not know. Reads only. */
import { resolve } from "node:path";
import { explain } from "./explain.ts";
import type { Git, Outcome } from "./git.ts";
import { parseStatus, type Status, statusArgs } from "./status.ts";

/** Where to work and with what. */
export interface Place {
  git: Git;
  /** The project's folder: the top of a work tree or a folder inside one. */
  path: string;
  signal: AbortSignal;
}

export interface Look extends Status {
  /** The top of the work tree. */
  top: string;
  /** The person's index; may not exist yet. */
  indexFile: string;
}

/** Two processes side by side. */
export async function look({ git, path, signal }: Place): Promise<Outcome<Look>> {
  const options = { cwd: path, signal };
  const [places, status] = await Promise.all([
    git.run(["rev-parse", "--show-toplevel", "--git-path", "index"], options),
    git.run(statusArgs, options),
  ]);
  if (places.code !== 0) return { ok: false, why: explain(places) };
  if (status.code !== 0) return { ok: false, why: explain(status) };
  const [top, index, ...more] = places.stdout.replace(/\n$/, "").split("\n");
  if (top === undefined || index === undefined || more.length > 0) {
    return { ok: false, why: "the folder's path holds a line break" };
  }
  return { ok: true, value: { top, indexFile: resolve(path, index), ...parseStatus(status.stdout) } };
}

/** What a tree of this repository cannot hold, in plain words; undefined when it holds everything. */
export function caveatOf(status: Status): string | undefined {
  const left = [...status.dirtySubmodules, ...status.nested.map((path) => path.replace(/\/$/, ""))];
  if (left.length === 0) return undefined;
  const names = left.slice(0, 3).map((path) => `"${path}"`);
  const rest = left.length > 3 ? ` and ${left.length - 3} more` : "";
  return `changes inside ${names.join(", ")}${rest} are not kept (repositories of their own)`;
}
