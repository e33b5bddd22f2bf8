/**
 * Keeps the project's exact state at launch as a tree under a ref of ours. Index, HEAD, work tree, stash and
 * settings of the person stay as they are. Where it cannot be done the answer says why, and never throws for
 * what a repository may hold: the work starts all the same.
 */
import type { Base } from "./base.ts";
import { explain } from "./explain.ts";
import type { Git, Outcome } from "./git.ts";
import { defaultLimits, type Limits, limitSignal } from "./limits.ts";
import { caveatOf, look } from "./look.ts";
import { type StagePlace, withStaged } from "./staged.ts";

export interface KeepBaseInput {
  git: Git;
  /** The project's folder. */
  path: string;
  /** `refs/jama/<name>/base` */
  ref: string;
  /** An existing folder for the private index. */
  tempDir: string;
  limits?: Limits;
  signal?: AbortSignal;
}

/** How many other branches are remembered: enough for any checkout, small enough for a record. */
const maxTips = 64;

/** Never rejects because of the repository; a signal that ends it gives `none`. */
export async function keepBase(input: KeepBaseInput): Promise<Base> {
  const limits = input.limits ?? defaultLimits;
  const place: StagePlace = { ...input, limits, signal: limitSignal(limits, input.signal) };
  const [seen, tips] = await Promise.all([look(place), otherTips(place)]);
  if (!seen.ok) {
    return { kind: "none", headKnown: false, head: null, branch: null, tips, why: noUndo(seen.why) };
  }
  const { head, branch } = seen.value;
  const tree = await withStaged(place, seen.value, (env) => writeTree(place, env, input.ref));
  if (!tree.ok) return { kind: "none", headKnown: true, head, branch, tips, why: noUndo(tree.why) };
  const caveat = caveatOf(seen.value);
  return { kind: "kept", tree: tree.value, head, branch, tips, ...(caveat && { caveat }) };
}

async function writeTree(
  { git, path, signal }: StagePlace,
  env: Readonly<Record<string, string>>,
  ref: string,
): Promise<Outcome<string>> {
  const written = await git.run(["write-tree"], { cwd: path, env, signal });
  if (written.code !== 0) return { ok: false, why: explain(written) };
  const tree = written.stdout.trim();
  const kept = await git.run(["update-ref", "--no-deref", ref, tree], { cwd: path, signal });
  return kept.code === 0 ? { ok: true, value: tree } : { ok: false, why: explain(kept) };
}

async function otherTips({ git, path, signal }: StagePlace): Promise<string[]> {
  const args = ["for-each-ref", "--sort=-committerdate", `--count=${maxTips}`, "--format=%(objectname)"];
  const found = await git.run([...args, "refs/heads", "refs/remotes"], { cwd: path, signal });
  return found.code === 0 ? [...new Set(found.stdout.split("\n").filter((line) => line !== ""))] : [];
}

function noUndo(why: string): string {
  return `no undo: ${why}`;
}
