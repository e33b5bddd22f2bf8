/** Lets a base go when its session's folder does: git's own clean-up takes the objects later. */

import { explain } from "./explain.ts";
import type { Git, Outcome } from "./git.ts";

export interface DropBaseInput {
  git: Git;
  path: string;
  /** `refs/jama/<name>/base`; anything outside `refs/jama/` is refused. */
  ref: string;
  signal?: AbortSignal;
}

/** A ref that is not there is no failure. */
export async function dropBase({ git, path, ref, signal }: DropBaseInput): Promise<Outcome<void>> {
  if (!ref.startsWith("refs/jama/")) return { ok: false, why: `${ref} is not a ref of ours` };
  const options = { cwd: path, timeoutMs: 10_000, ...(signal && { signal }) };
  const dropped = await git.run(["update-ref", "--no-deref", "-d", ref], options);
  return dropped.code === 0 ? { ok: true, value: undefined } : { ok: false, why: explain(dropped) };
}
