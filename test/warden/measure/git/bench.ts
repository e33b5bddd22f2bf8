/** How long the measuring takes, on a small repository. Not a test: `npx vitest bench test/warden/measure`. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Git } from "../../../../src/warden/measure/git/git.ts";
import { keepBase } from "../../../../src/warden/measure/git/keepBase.ts";
import { measureGit } from "../../../../src/warden/measure/git/measureGit.ts";

export interface Figures {
  keepMs: { median: number; worst: number };
  measureMs: { median: number; worst: number };
}

/** Makes a repository of 200 files with one change, and measures it `rounds` times. */
export async function benchGit(git: Git, rounds = 20): Promise<Figures> {
  const root = await mkdtemp(join(tmpdir(), "jama-bench-"));
  try {
    const path = join(root, "project");
    await mkdir(path);
    for (let at = 0; at < 200; at++) await writeFile(join(path, `file-${at}.txt`), `line ${at}\n`.repeat(50));
    const who = ["-c", "user.name=T", "-c", "user.email=t@example.org"];
    for (const args of [
      ["init", "-q"],
      ["add", "-A"],
      [...who, "commit", "-q", "-m", "x"],
    ]) {
      await git.run(args, { cwd: path });
    }
    const input = { git, path, tempDir: root, ref: "refs/jama/bench/base" };
    const keeps: number[] = [];
    const measures: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const from = performance.now();
      const base = await keepBase(input);
      const kept = performance.now();
      await writeFile(join(path, "file-7.txt"), `round ${round}\n`);
      const then = performance.now();
      await measureGit({ ...input, base });
      keeps.push(kept - from);
      measures.push(performance.now() - then);
    }
    return { keepMs: figures(keeps), measureMs: figures(measures) };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

function figures(samples: number[]): { median: number; worst: number } {
  const sorted = [...samples].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, worst: sorted.at(-1) ?? 0 };
}
