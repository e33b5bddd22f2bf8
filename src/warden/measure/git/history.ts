/** What HEAD's history says: how many commits are new, and whether a remote has them. */
import type { GitFacts } from "../../../protocol/facts.ts";
import type { Base } from "./base.ts";
import type { Place } from "./look.ts";

/**
 * Commits reachable from HEAD and from nothing that was there at launch: switching to an old branch or
 * rebasing onto one does not count its commits. Undefined when it cannot be told.
 */
export async function countCommits(
  { git, path, signal }: Place,
  base: Base,
  head: string | null,
): Promise<number | undefined> {
  if (head === null) return 0;
  if (base.kind === "none" && !base.headKnown) return undefined;
  if (head === base.head) return 0;
  const before = [...(base.head === null ? [] : [base.head]), ...base.tips];
  const args = ["rev-list", "--count", "--ignore-missing", head, "--not", ...before, "--"];
  const counted = await git.run(args, { cwd: path, signal });
  return counted.code === 0 ? Number(counted.stdout.trim()) : undefined;
}

/**
 * Undefined when git did not answer. Without commits nothing is pushed. Remotes are only asked for when no
 * remote branch holds HEAD: one process less where one does.
 */
export async function readPushed({ git, path, signal }: Place): Promise<GitFacts["pushed"] | undefined> {
  const options = { cwd: path, signal };
  const ahead = await git.run(["rev-list", "--max-count=1", "HEAD", "--not", "--remotes", "--"], options);
  if (ahead.ended !== "exit") return undefined;
  if (ahead.code === 0 && ahead.stdout.trim() === "") return "pushed";
  const remotes = await git.run(["remote"], options);
  if (remotes.code !== 0) return undefined;
  return remotes.stdout.trim() === "" ? "no-remote" : "unpushed";
}
