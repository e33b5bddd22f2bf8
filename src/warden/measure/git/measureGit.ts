/**
 * What a session did to the repository: the work tree now against the tree kept at launch. The second tree
 * lives in a private index only (comparing it there is one process less than writing it out), and what does
 * not depend on it is asked meanwhile: this stands in the way of a ping.
 */
import type { GitFacts } from "../../../protocol/facts.ts";
import type { Base } from "./base.ts";
import { explain } from "./explain.ts";
import type { Git, Outcome } from "./git.ts";
import { countCommits, readPushed } from "./history.ts";
import { defaultLimits, type Limits, limitSignal } from "./limits.ts";
import { caveatOf, type Look, look } from "./look.ts";
import { type ChangedFile, parseNumstat } from "./numstat.ts";
import { type StagePlace, withStaged } from "./staged.ts";

export interface MeasureGitInput {
  git: Git;
  /** The project's folder. */
  path: string;
  base: Base;
  /** An existing folder for the private index. */
  tempDir: string;
  limits?: Limits;
  signal?: AbortSignal;
}

/** `partial`: files were not compared, the rest is known as far as it is there. `why` is plain words. */
export type GitMeasure =
  | { kind: "measured"; facts: GitFacts; files: ChangedFile[]; caveat?: string }
  | { kind: "partial"; why: string; branch: string | null; commits?: number; pushed?: GitFacts["pushed"] }
  | { kind: "unavailable"; why: string };

/** Never rejects because of the repository. */
export async function measureGit(input: MeasureGitInput): Promise<GitMeasure> {
  const limits = input.limits ?? defaultLimits;
  const place: StagePlace = { ...input, limits, signal: limitSignal(limits, input.signal) };
  const { base } = input;
  const pushedNow = readPushed(place);
  const seen = await look(place);
  if (!seen.ok) {
    await pushedNow;
    return { kind: "unavailable", why: seen.why };
  }
  const [files, commits, pushed] = await Promise.all([
    base.kind === "kept" ? changes(place, seen.value, base.tree) : undefined,
    countCommits(place, base, seen.value.head),
    pushedNow,
  ]);
  const { branch } = seen.value;
  if (files?.ok && commits !== undefined && pushed !== undefined) {
    const caveat = caveatOf(seen.value);
    const facts = { ...total(files.value), commits, branch, pushed };
    return { kind: "measured", facts, files: files.value, ...(caveat && { caveat }) };
  }
  return {
    kind: "partial",
    why: reason(base, files),
    branch,
    ...(commits !== undefined && { commits }),
    ...(pushed !== undefined && { pushed }),
  };
}

/** Where nothing is uncommitted HEAD's own tree is compared, which spares the private index. */
function changes(place: StagePlace, seen: Look, tree: string): Promise<Outcome<ChangedFile[]>> {
  if (seen.clean && seen.head !== null) return compare(place, ["diff-tree", "-r"], [tree, seen.head]);
  return withStaged(place, seen, (env) => compare(place, ["diff-index", "--cached"], [tree], env));
}

async function compare(
  { git, path, signal }: StagePlace,
  command: readonly string[],
  trees: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome<ChangedFile[]>> {
  const args = [...command, "--numstat", "-z", "-M", "--no-ext-diff", "--no-textconv", ...trees, "--"];
  const found = await git.run(args, { cwd: path, env, signal });
  if (found.code !== 0) return { ok: false, why: explain(found) };
  return { ok: true, value: parseNumstat(found.stdout) };
}

function total(files: readonly ChangedFile[]) {
  let linesAdded = 0;
  let linesRemoved = 0;
  for (const { added, removed } of files) {
    linesAdded += added ?? 0;
    linesRemoved += removed ?? 0;
  }
  return { filesChanged: files.length, linesAdded, linesRemoved };
}

function reason(base: Base, files: Outcome<ChangedFile[]> | undefined): string {
  if (base.kind === "none") return base.why.replace(/^no undo: /, "");
  return files?.ok === false ? files.why : "git did not answer everything in time";
}
