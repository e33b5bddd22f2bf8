/** A throw-away repository for tests: real git, its own home, nothing of the person's settings. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { onTestFinished } from "vitest";
import { createExecaGit } from "../../../../src/warden/measure/git/execaGit.ts";
import type { Git } from "../../../../src/warden/measure/git/git.ts";

export interface Repo {
  /** The project's folder. */
  path: string;
  /** For private indexes; must be empty after each call. */
  tempDir: string;
  git: Git;
  env: Record<string, string>;
  /** Runs git as the person would and gives its output without the last line break. */
  sh(...args: string[]): Promise<string>;
  write(file: string, text: string): Promise<void>;
  commitAll(message: string): Promise<string>;
}

/** An initialised repository without commits, gone when the test is over. */
export async function makeRepo(options: { init?: boolean } = {}): Promise<Repo> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "jama-git-")));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const path = join(root, "project");
  const tempDir = join(root, "temp");
  await Promise.all([mkdir(path), mkdir(tempDir)]);
  const env = gitHome(root);
  await writeFile(
    join(root, "gitconfig"),
    '[user]\nname=T\nemail=t@example.org\n[init]\ndefaultBranch=main\n[protocol "file"]\nallow=always\n',
  );
  const sh = async (...args: string[]) => {
    const { stdout } = await execa("git", args, { cwd: path, env, extendEnv: false });
    return stdout;
  };
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(path, file)), { recursive: true });
    await writeFile(join(path, file), text);
  };
  const commitAll = async (message: string) => {
    await sh("add", "-A");
    await sh("commit", "-q", "--allow-empty", "-m", message);
    return sh("rev-parse", "HEAD");
  };
  if (options.init !== false) await sh("init", "-q");
  return { path, tempDir, git: createExecaGit({ env }), env, sh, write, commitAll };
}

function gitHome(root: string): Record<string, string> {
  return {
    PATH: process.env["PATH"] ?? "",
    HOME: root,
    GIT_CONFIG_GLOBAL: join(root, "gitconfig"),
    GIT_CONFIG_NOSYSTEM: "1",
  };
}
