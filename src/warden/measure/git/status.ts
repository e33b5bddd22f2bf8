/** Reads `git status --porcelain=v2 --branch -z`: one call that tells HEAD, branch, untracked files, submodules. */
export interface Status {
  head: string | null;
  branch: string | null;
  /** Relative to the top of the work tree. */
  untracked: readonly string[];
  /** Untracked folders that are repositories of their own: git records their commit, not their files. */
  nested: readonly string[];
  /** Submodules with changes inside that no commit of theirs holds. */
  dirtySubmodules: readonly string[];
  /** Work tree, index and HEAD are the same: HEAD's tree says it all. */
  clean: boolean;
}

export const statusArgs: readonly string[] = [
  "status",
  "--porcelain=v2",
  "--branch",
  "--no-ahead-behind",
  "--untracked-files=all",
  "--ignore-submodules=none",
  "--no-renames",
  "-z",
];

/** Fields before the path, by the kind of the entry. */
const fieldsBefore: Readonly<Record<string, number>> = { "1": 8, u: 10 };

/** Pure; unknown entries are passed over. */
export function parseStatus(text: string): Status {
  let head: string | null = null;
  let branch: string | null = null;
  const untracked: string[] = [];
  const nested: string[] = [];
  const dirtySubmodules: string[] = [];
  let clean = true;
  for (const entry of text.split("\0")) {
    const kind = entry.slice(0, entry.indexOf(" "));
    const rest = entry.slice(kind.length + 1);
    if (entry !== "" && kind !== "#") clean = false;
    if (kind === "#") {
      if (rest.startsWith("branch.oid ")) head = unless(rest.slice(11), "(initial)");
      if (rest.startsWith("branch.head ")) branch = unless(rest.slice(12), "(detached)");
    } else if (kind === "?") {
      (rest.endsWith("/") ? nested : untracked).push(rest);
    } else {
      const path = dirtySubmodule(entry, fieldsBefore[kind]);
      if (path !== undefined) dirtySubmodules.push(path);
    }
  }
  return { head, branch, untracked, nested, dirtySubmodules, clean };
}

function dirtySubmodule(entry: string, before: number | undefined): string | undefined {
  if (before === undefined) return undefined;
  const fields = entry.split(" ");
  return /^S.(M.|.U)$/.test(fields[2] ?? "") ? fields.slice(before).join(" ") : undefined;
}

function unless(value: string, absent: string): string | null {
  return value === absent ? null : value;
}
