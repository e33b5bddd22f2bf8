/**
 * The whole work tree staged in a private index, and that index lent out. The person's index is only read: a
 * copy of it (rather than an empty one) keeps files that are tracked and ignored, and saves hashing.
 *
 * The copy is given the original's time, rounded down: git takes an entry for clean when it is older than
 * the index, and a copy that looks younger would hide a change made in the same second.
 */
import { copyFile, mkdtemp, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { explain } from "./explain.ts";
import type { GitResult, Outcome } from "./git.ts";
import type { Limits } from "./limits.ts";
import type { Look, Place } from "./look.ts";
import { bytesOf } from "./untracked.ts";

export interface StagePlace extends Place {
  /** An existing folder of the caller's; nothing stays in it. */
  tempDir: string;
  limits: Limits;
}

/** The variables that point git at the private index. */
export type IndexEnv = Readonly<Record<"GIT_INDEX_FILE", string>>;

/** Stages everything and runs `use` on it; the private index is gone afterwards. */
export async function withStaged<T>(
  place: StagePlace,
  seen: Look,
  use: (env: IndexEnv) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { signal, tempDir, limits } = place;
  const bytes = await bytesOf(seen.top, seen.untracked, limits.untrackedBytes, signal);
  if (bytes > limits.untrackedBytes) {
    const cap = Math.round(limits.untrackedBytes / 1024 / 1024);
    return { ok: false, why: `there are more than ${cap} MB of untracked files that git does not ignore` };
  }
  const folder = await mkdtemp(join(tempDir, "index-"));
  try {
    const env: IndexEnv = { GIT_INDEX_FILE: join(folder, "index") };
    const copied = await copyIndex(seen.indexFile, env.GIT_INDEX_FILE);
    if (!copied.ok) return copied;
    const added = await addAll(place, env);
    if (added.code !== 0) return { ok: false, why: explain(added) };
    return await use(env);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Files outside a sparse checkout need `--sparse`, which an older git does not know: asked for on refusal only. */
async function addAll({ git, path, signal }: StagePlace, env: IndexEnv): Promise<GitResult> {
  const options = { cwd: path, env, signal };
  const added = await git.run(["add", "--all"], options);
  return added.code === 1 ? git.run(["add", "--all", "--sparse"], options) : added;
}

/** A repository that has no index yet is fine: git starts an empty one. */
async function copyIndex(from: string, to: string): Promise<Outcome<void>> {
  const done = { ok: true, value: undefined } as const;
  try {
    const { mtimeMs } = await stat(from);
    await copyFile(from, to);
    const seconds = Math.floor(mtimeMs / 1000);
    await utimes(to, seconds, seconds);
    return done;
  } catch (error) {
    return isMissing(error) ? done : { ok: false, why: "the repository's index could not be copied" };
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
