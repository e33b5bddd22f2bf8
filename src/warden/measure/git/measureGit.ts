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
import { caveatOf, look } from "./look.ts";
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
  const commitsNow = countCommits(place, base);
  const pushedNow = readPushed(place);
  const seen = await look(place);
  const files = seen.ok && base.kind === "kept" ? await changes(place, seen.value, base.tree) : undefined;
  const [commits, pushed] = await Promise.all([commitsNow, pushedNow]);
  if (!seen.ok) return { kind: "unavailable", why: seen.why };
  const { branch, head } = seen.value;
  const known = { commits: head === null ? 0 : commits, pushed };
  if (files?.ok && known.commits !== undefined && pushed !== undefined) {
    const caveat = caveatOf(seen.value);
    const facts = { ...total(files.value), commits: known.commits, branch, pushed };
    return { kind: "measured", facts, files: files.value, ...(caveat && { caveat }) };
  }
  return {
    kind: "partial",
    why: reason(base, files),
    branch,
    ...(known.commits !== undefined && { commits: known.commits }),
    ...(pushed !== undefined && { pushed }),
  };
}

function changes(place: StagePlace, seen: Parameters<typeof withStaged>[1], tree: string) {
  const args = ["diff-index", "--cached", "--numstat", "-z", "-M", "--no-ext-diff", "--no-textconv", tree];
  return withStaged<ChangedFile[]>(place, seen, async (env) => {
    const found = await place.git.run(args, { cwd: place.path, env, signal: place.signal });
    if (found.code !== 0) return { ok: false, why: explain(found) };
    return { ok: true, value: parseNumstat(found.stdout) };
  });
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
