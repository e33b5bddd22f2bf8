import { chmod, readdir, readFile, rm, utimes } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dropBase } from "../../../../src/warden/measure/git/dropBase.ts";
import { createExecaGit } from "../../../../src/warden/measure/git/execaGit.ts";
import { type KeepBaseInput, keepBase } from "../../../../src/warden/measure/git/keepBase.ts";
import { makeRepo, type Repo } from "./repo.ts";

const ref = "refs/jama/claude-web-20260303-142000/base";

async function keep(repo: Repo, more: Partial<KeepBaseInput> = {}) {
  const { git, path, tempDir } = repo;
  const base = await keepBase({ git, path, tempDir, ref, ...more });
  expect(await readdir(tempDir)).toEqual([]);
  return base;
}

async function keepTree(repo: Repo) {
  const base = await keep(repo);
  if (base.kind !== "kept") throw new Error(base.why);
  return base;
}

const filesOf = async (repo: Repo, tree: string) =>
  (await repo.sh("ls-tree", "-r", "-z", "--name-only", tree)).split("\0").filter((name) => name !== "");

describe("what the base holds", () => {
  test("dirty, untracked, staged, and tracked-but-ignored files are in it; ignored ones are not", async () => {
    const repo = await makeRepo();
    await repo.write("tracked-and-ignored.log", "a");
    await repo.write("dirty.txt", "old");
    await repo.write("gone.txt", "x");
    const head = await repo.commitAll("one");
    await repo.write(".gitignore", "*.log\n");
    await repo.write("ignored.log", "no");
    await repo.write("dirty.txt", "new");
    await repo.write("staged.txt", "s");
    await repo.sh("add", "staged.txt");
    await repo.write("untracked/deep.txt", "u");
    await rm(join(repo.path, "gone.txt"));

    const base = await keepTree(repo);

    expect(base).toMatchObject({ head, branch: "main" });
    expect(base).not.toHaveProperty("caveat");
    expect(await filesOf(repo, base.tree)).toEqual(
      [".gitignore", "dirty.txt", "staged.txt", "tracked-and-ignored.log", "untracked/deep.txt"].sort(),
    );
    expect(await repo.sh("cat-file", "-p", `${base.tree}:dirty.txt`)).toBe("new");
    expect(await repo.sh("rev-parse", ref)).toBe(base.tree);
  });

  test("nothing of the person's is touched", async () => {
    const repo = await makeRepo();
    await repo.write("a.txt", "1");
    await repo.commitAll("one");
    await repo.write("a.txt", "2");
    await repo.sh("stash");
    await repo.write("a.txt", "3");
    await repo.write("b.txt", "b");
    const look = async () => [
      (await readFile(join(repo.path, ".git/index"))).toString("hex"),
      await readFile(join(repo.path, ".git/HEAD"), "utf8"),
      await readFile(join(repo.path, ".git/config"), "utf8"),
      await repo.sh("--no-optional-locks", "status", "--porcelain"),
      await repo.sh("stash", "list"),
      await repo.sh("log", "--all", "--oneline"),
    ];
    const before = await look();
    await keepTree(repo);
    expect(await look()).toEqual(before);
  });

  test.each(["-rf", "a b.txt", "größe/日本.txt", '"quoted".txt', "new\nline.txt", ":(top)x", "*.md"])(
    "a file called %j is kept",
    async (name) => {
      const repo = await makeRepo();
      await repo.write(name, "x");
      expect(await filesOf(repo, (await keepTree(repo)).tree)).toEqual([name]);
    },
  );

  test("a repository without a commit or an index has a base, with no head", async () => {
    const repo = await makeRepo();
    await repo.write("a.txt", "1");
    expect(await keep(repo)).toMatchObject({ kind: "kept", head: null, branch: "main" });
  });

  test("from a folder inside the repository the whole repository is kept", async () => {
    const repo = await makeRepo();
    await repo.write("app/a.txt", "1");
    await repo.write("b.txt", "1");
    const base = await keepTree({ ...repo, path: join(repo.path, "app") });
    expect(await filesOf(repo, base.tree)).toEqual(["app/a.txt", "b.txt"]);
  });

  test("a linked work tree is kept as it is, not as the main one", async () => {
    const repo = await makeRepo();
    await repo.write("a.txt", "1");
    await repo.commitAll("one");
    const path = join(repo.path, "..", "linked");
    await repo.sh("worktree", "add", "-q", "-b", "side", path);
    await repo.write("../linked/only-here.txt", "x");
    const base = await keepTree({ ...repo, path });
    expect(base.branch).toBe("side");
    expect(await filesOf(repo, base.tree)).toEqual(["a.txt", "only-here.txt"]);
  });

  test("a sparse checkout keeps what is not checked out, and what lies outside it", async () => {
    const repo = await makeRepo();
    await repo.write("in/a.txt", "1");
    await repo.write("out/b.txt", "1");
    await repo.commitAll("one");
    await repo.sh("sparse-checkout", "set", "in");
    await repo.write("out/new.txt", "1");
    expect(await filesOf(repo, (await keepTree(repo)).tree)).toEqual([
      "in/a.txt",
      "out/b.txt",
      "out/new.txt",
    ]);
  });

  test("a merge stopped by a conflict is kept as it lies there", async () => {
    const repo = await makeRepo();
    await repo.write("a.txt", "1");
    await repo.commitAll("one");
    await repo.sh("switch", "-q", "-c", "side");
    await repo.write("a.txt", "2");
    await repo.commitAll("two");
    await repo.sh("switch", "-q", "main");
    await repo.write("a.txt", "3");
    await repo.commitAll("three");
    await repo.sh("merge", "side").catch(() => "a conflict, as wanted");
    expect(await repo.sh("cat-file", "-p", `${(await keepTree(repo)).tree}:a.txt`)).toContain("<<<<<<<");
    expect(await repo.sh("ls-files", "--unmerged")).not.toBe("");
  });

  test("a change that kept size and time is seen, since the copied index is as old as the original", async () => {
    const repo = await makeRepo();
    await repo.sh("config", "core.trustctime", "false");
    const past = new Date("2026-01-01T00:00:00Z");
    await repo.write("a.txt", "aaaa");
    await utimes(join(repo.path, "a.txt"), past, past);
    await repo.sh("add", "a.txt");
    await utimes(join(repo.path, ".git/index"), past, past);
    await repo.write("a.txt", "bbbb");
    await utimes(join(repo.path, "a.txt"), past, past);
    expect(await repo.sh("cat-file", "-p", `${(await keepTree(repo)).tree}:a.txt`)).toBe("bbbb");
  });
});

describe("what could run or hang does not", () => {
  test("no hook and no file-system monitor of the repository runs", async () => {
    const repo = await makeRepo();
    const mark = join(repo.path, "..", "ran");
    for (const hook of ["post-index-change", "reference-transaction", "fsmonitor"]) {
      await repo.write(`.git/hooks/${hook}`, `#!/bin/sh\necho ${hook} >> '${mark}'\n`);
      await chmod(join(repo.path, ".git/hooks", hook), 0o755);
    }
    await repo.sh("config", "core.fsmonitor", ".git/hooks/fsmonitor");
    await repo.write("a.txt", "1");
    await keepTree(repo);
    expect(await readdir(join(repo.path, ".."))).not.toContain("ran");
  });

  test("an outer git's variables do not lead to another repository", async () => {
    const repo = await makeRepo();
    await repo.write("a.txt", "1");
    const git = createExecaGit({ env: { ...repo.env, GIT_DIR: "/nowhere", GIT_INDEX_FILE: "/nowhere" } });
    expect(await keep({ ...repo, git })).toMatchObject({ kind: "kept" });
  });
});

test("a dropped base is gone, also when dropped twice, and only refs of ours are dropped", async () => {
  const repo = await makeRepo();
  await repo.write("a.txt", "1");
  await repo.commitAll("one");
  await keepTree(repo);
  expect(await dropBase({ ...repo, ref })).toEqual({ ok: true, value: undefined });
  expect(await dropBase({ ...repo, ref })).toEqual({ ok: true, value: undefined });
  expect(await repo.sh("for-each-ref", "refs/jama")).toBe("");
  expect(await dropBase({ ...repo, ref: "refs/heads/main" })).toMatchObject({ ok: false });
});
