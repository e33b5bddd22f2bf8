import { chmod, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, onTestFinished, test } from "vitest";
import { createExecaGit } from "../../../../src/warden/measure/git/execaGit.ts";
import type { Git } from "../../../../src/warden/measure/git/git.ts";
import { type KeepBaseInput, keepBase } from "../../../../src/warden/measure/git/keepBase.ts";
import { defaultLimits } from "../../../../src/warden/measure/git/limits.ts";
import { makeRepo, type Repo } from "./repo.ts";

async function keep(repo: Repo, more: Partial<KeepBaseInput> = {}) {
  const { git, path, tempDir } = repo;
  const base = await keepBase({ git, path, tempDir, ref: "refs/jama/x/base", ...more });
  expect(await readdir(tempDir)).toEqual([]);
  return base;
}

describe("where no base can be made, the reason is said", () => {
  test("a folder that is no repository", async () => {
    const repo = await makeRepo({ init: false });
    expect(await keep(repo)).toMatchObject({
      kind: "none",
      headKnown: false,
      why: "no undo: this folder is not a git repository",
    });
  });

  test("more untracked bytes than the cap, HEAD is known all the same", async () => {
    const repo = await makeRepo();
    const head = await repo.commitAll("one");
    await repo.write("big.bin", "x".repeat(3 * 1024 * 1024));
    expect(await keep(repo, { limits: { ...defaultLimits, untrackedBytes: 2 * 1024 * 1024 } })).toMatchObject(
      {
        kind: "none",
        headKnown: true,
        head,
        branch: "main",
        why: "no undo: there are more than 2 MB of untracked files that git does not ignore",
      },
    );
  });

  test("ignored and tracked files do not count for the cap", async () => {
    const repo = await makeRepo();
    await repo.write("big.bin", "x".repeat(3 * 1024 * 1024));
    await repo.commitAll("one");
    await repo.write(".gitignore", "*.iso\n");
    await repo.write("big.iso", "x".repeat(3 * 1024 * 1024));
    const limits = { ...defaultLimits, untrackedBytes: 1024 };
    expect(await keep(repo, { limits })).toMatchObject({ kind: "kept" });
  });

  test("a failing content filter", async () => {
    const repo = await makeRepo();
    await repo.write(".gitattributes", "*.psd filter=lfs\n");
    await repo.sh("config", "filter.lfs.clean", "no-such-program %f");
    await repo.sh("config", "filter.lfs.required", "true");
    await repo.write("a.psd", "x");
    expect(await keep(repo)).toMatchObject({
      kind: "none",
      why: expect.stringMatching(/^no undo: the content filter/),
    });
  });

  test("a hanging filter ends with the time limit, and so does its process", async () => {
    const repo = await makeRepo();
    const pidFile = join(repo.path, "..", "pid");
    await repo.write(".gitattributes", "*.slow filter=slow\n");
    await repo.sh("config", "filter.slow.clean", `echo $$ > '${pidFile}'; exec sleep 600`);
    await repo.write("a.slow", "x");
    const base = await keep(repo, { limits: { ...defaultLimits, timeMs: 700 } });
    expect(base).toMatchObject({ kind: "none", why: "no undo: git took too long" });
    const pid = Number(await readFile(pidFile, "utf8"));
    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  test("an empty repository inside", async () => {
    const repo = await makeRepo();
    await repo.sh("init", "-q", "inner");
    expect(await keep(repo)).toMatchObject({
      kind: "none",
      why: 'no undo: "inner" is a git repository of its own without a commit',
    });
  });

  test("a bare repository", async () => {
    const repo = await makeRepo({ init: false });
    await repo.sh("init", "-q", "--bare");
    expect(await keep(repo)).toMatchObject({
      kind: "none",
      why: "no undo: this repository has no work tree",
    });
  });

  test("a folder that belongs to another user", async () => {
    const repo = await makeRepo();
    const git: Git = {
      run: (args, options) =>
        repo.git.run(args, { ...options, env: { ...options.env, GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" } }),
    };
    expect(await keep(repo, { git })).toMatchObject({
      kind: "none",
      headKnown: false,
      why: expect.stringMatching(/^no undo: git does not trust this folder/),
    });
  });

  test("a repository that cannot be written to", async () => {
    const repo = await makeRepo();
    const head = await repo.commitAll("one");
    await repo.write("a.txt", "1");
    await chmod(join(repo.path, ".git/objects"), 0o555);
    onTestFinished(() => chmod(join(repo.path, ".git/objects"), 0o755));
    const git = process.getuid?.() === 0 ? await gitWithoutOverride(repo) : repo.git;
    expect(await keep(repo, { git })).toMatchObject({
      kind: "none",
      head,
      why: "no undo: the repository cannot be written to",
    });
  });

  test("a ref that cannot be written", async () => {
    const repo = await makeRepo();
    await writeFile(join(repo.path, ".git/refs/jama"), "in the way");
    expect(await keep(repo)).toMatchObject({ kind: "none", why: expect.stringMatching(/^no undo: /) });
  });

  test("no git to run, or no such folder", async () => {
    const repo = await makeRepo();
    const why = "no undo: git could not be started in this folder";
    const git = createExecaGit({ env: repo.env, bin: "no-such-git" });
    expect(await keep(repo, { git })).toMatchObject({ kind: "none", why });
    expect(await keep(repo, { path: join(repo.path, "gone") })).toMatchObject({ kind: "none", why });
  });

  test("an order to stop that came before", async () => {
    const repo = await makeRepo();
    expect(await keep(repo, { signal: AbortSignal.abort() })).toMatchObject({ kind: "none" });
  });
});

describe("repositories inside, with commits", () => {
  test("changes inside a submodule are not kept, and that is said; a clean one needs no word", async () => {
    const inner = await makeRepo();
    await inner.write("in.txt", "1");
    await inner.commitAll("inner");
    const repo = await makeRepo();
    await repo.sh("submodule", "--quiet", "add", inner.path, "libs/in ner");
    await repo.commitAll("outer");
    expect(await keep(repo)).not.toHaveProperty("caveat");
    await repo.write("libs/in ner/in.txt", "2");
    expect(await keep(repo)).toMatchObject({
      kind: "kept",
      caveat: 'changes inside "libs/in ner" are not kept (repositories of their own)',
    });
  });

  test("the same for a repository that only lies there", async () => {
    const repo = await makeRepo();
    await repo.sh("init", "-q", "vendor");
    await repo.write("vendor/a.txt", "1");
    await repo.sh("-C", "vendor", "add", "-A");
    await repo.sh("-C", "vendor", "commit", "-q", "-m", "x");
    expect(await keep(repo)).toMatchObject({ kind: "kept", caveat: expect.stringContaining('"vendor"') });
  });
});

/** A zombie counts as gone: who reaps it depends on the machine. */
async function isAlive(pid: number): Promise<boolean> {
  const { stdout } = await execa("ps", ["-o", "stat=", "-p", String(pid)], { reject: false });
  return stdout.trim() !== "" && !stdout.trim().startsWith("Z");
}

/** Nothing is read-only for root, so git runs without root's right to pass permissions over. */
async function gitWithoutOverride(repo: Repo): Promise<Git> {
  const bin = join(repo.path, "..", "git-without-override");
  const drop = "setpriv --bounding-set=-dac_override,-dac_read_search";
  await writeFile(bin, `#!/bin/sh\nexec ${drop} git "$@"\n`, { mode: 0o755 });
  return createExecaGit({ env: repo.env, bin });
}
