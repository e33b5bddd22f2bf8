import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { gitFacts } from "../../../../src/warden/measure/git/gitFacts.ts";
import { keepBase } from "../../../../src/warden/measure/git/keepBase.ts";
import { defaultLimits } from "../../../../src/warden/measure/git/limits.ts";
import { measureGit } from "../../../../src/warden/measure/git/measureGit.ts";
import { makeRepo, type Repo } from "./repo.ts";

const keep = (repo: Repo, limits = defaultLimits) => keepBase({ ...repo, ref: "refs/jama/x/base", limits });

async function measure(repo: Repo, base: Awaited<ReturnType<typeof keep>>) {
  const found = await measureGit({ ...repo, base });
  expect(await readdir(repo.tempDir)).toEqual([]);
  return found;
}

async function started(): Promise<Repo> {
  const repo = await makeRepo();
  await repo.write("a.txt", "1\n2\n3\n");
  await repo.write("b.txt", "b\n".repeat(20));
  await repo.commitAll("one");
  return repo;
}

describe("files", () => {
  test("nothing done is nothing changed, whatever was dirty before", async () => {
    const repo = await started();
    await repo.write("a.txt", "dirty\n");
    await repo.write("untracked.txt", "u\n");
    expect(await measure(repo, await keep(repo))).toEqual({
      kind: "measured",
      files: [],
      facts: {
        filesChanged: 0,
        linesAdded: 0,
        linesRemoved: 0,
        commits: 0,
        branch: "main",
        pushed: "no-remote",
      },
    });
  });

  test("changed, new, deleted, renamed and binary files are counted, committed or not", async () => {
    const repo = await started();
    await repo.write("untracked.txt", "u\n");
    const base = await keep(repo);
    await repo.write("a.txt", "1\n2\nthree\nfour\n");
    await repo.commitAll("two");
    await repo.write("new.txt", "n\n");
    await repo.write("pic.png", "\0\x01binary");
    await rm(join(repo.path, "untracked.txt"));
    await rename(join(repo.path, "b.txt"), join(repo.path, "c\td.txt"));
    expect(await measure(repo, base)).toEqual({
      kind: "measured",
      files: [
        { path: "a.txt", added: 2, removed: 1 },
        { from: "b.txt", path: "c\td.txt", added: 0, removed: 0 },
        { path: "new.txt", added: 1, removed: 0 },
        { path: "pic.png", added: null, removed: null },
        { path: "untracked.txt", added: 0, removed: 1 },
      ],
      facts: {
        filesChanged: 5,
        linesAdded: 3,
        linesRemoved: 2,
        commits: 1,
        branch: "main",
        pushed: "no-remote",
      },
    });
  });

  test("work that is all committed is compared just the same", async () => {
    const repo = await started();
    await repo.write("untracked.txt", "u\n");
    const base = await keep(repo);
    await repo.write("dir/new.txt", "n\n");
    await repo.commitAll("two");
    expect(await measure(repo, base)).toMatchObject({
      files: [{ path: "dir/new.txt" }],
      facts: { commits: 1 },
    });
  });

  test("the person's settings for diffs change nothing", async () => {
    const repo = await started();
    const base = await keep(repo);
    for (const [name, value] of [
      ["diff.external", "false"],
      ["diff.renames", "false"],
      ["diff.noprefix", "true"],
      ["color.ui", "always"],
      ["core.quotePath", "true"],
    ] as const) {
      await repo.sh("config", name, value);
    }
    await rename(join(repo.path, "b.txt"), join(repo.path, "größe.txt"));
    expect(await measure(repo, base)).toMatchObject({ files: [{ from: "b.txt", path: "größe.txt" }] });
  });
});

describe("commits and branches", () => {
  const commits = async (work: (repo: Repo) => Promise<unknown>, repo?: Repo) => {
    const at = repo ?? (await started());
    const base = await keep(at);
    await work(at);
    const found = await measure(at, base);
    return found.kind === "measured" ? [found.facts.commits, found.facts.branch] : found;
  };

  test("new commits on a new branch", async () => {
    const work = async (repo: Repo) => {
      await repo.sh("switch", "-q", "-c", "feat/x");
      await repo.commitAll("two");
      await repo.commitAll("three");
    };
    expect(await commits(work)).toEqual([2, "feat/x"]);
  });

  test("the first commits of a repository", async () => {
    const work = async (repo: Repo) => {
      await repo.commitAll("one");
      await repo.commitAll("two");
    };
    expect(await commits(work, await makeRepo())).toEqual([2, "main"]);
  });

  test("still no commit", async () => {
    expect(await commits((repo) => repo.write("a.txt", "1"), await makeRepo())).toEqual([0, "main"]);
  });

  test("an older branch that was switched to is not the session's work", async () => {
    const repo = await started();
    await repo.sh("switch", "-q", "-c", "old");
    await repo.commitAll("old 1");
    await repo.commitAll("old 2");
    await repo.sh("switch", "-q", "main");
    const work = async () => {
      await repo.sh("switch", "-q", "old");
      await repo.commitAll("new");
    };
    expect(await commits(work, repo)).toEqual([1, "old"]);
  });

  test("rebased work counts once, without what it was rebased onto", async () => {
    const repo = await started();
    await repo.sh("switch", "-q", "-c", "feature");
    await repo.write("f.txt", "f");
    await repo.commitAll("feature");
    await repo.sh("switch", "-q", "main");
    await repo.write("m.txt", "m");
    await repo.commitAll("main moved");
    await repo.sh("switch", "-q", "feature");
    expect(await commits(() => repo.sh("rebase", "-q", "main"), repo)).toEqual([1, "feature"]);
  });

  test("an amended commit is one commit, a detached HEAD is no branch", async () => {
    expect(await commits((repo) => repo.sh("commit", "-q", "--amend", "-m", "better"))).toEqual([1, "main"]);
    expect(await commits((repo) => repo.sh("checkout", "-q", "--detach"))).toEqual([0, null]);
  });
});

test("pushed only when a remote branch known here holds HEAD", async () => {
  const remote = await makeRepo({ init: false });
  await remote.sh("init", "-q", "--bare");
  const repo = await started();
  const base = await keep(repo);
  const pushed = async () => gitFacts(await measure(repo, base)).git?.pushed;
  expect(await pushed()).toBe("no-remote");
  await repo.sh("remote", "add", "origin", remote.path);
  expect(await pushed()).toBe("unpushed");
  await repo.sh("push", "-q", "origin", "main");
  expect(await pushed()).toBe("pushed");
  await repo.commitAll("two");
  expect(await pushed()).toBe("unpushed");
});

describe("without a base", () => {
  test("commits, branch and pushed are still told, files are not guessed", async () => {
    const repo = await started();
    await repo.write("big.bin", "x".repeat(2000));
    const base = await keep(repo, { ...defaultLimits, untrackedBytes: 1000 });
    await repo.sh("commit", "-q", "--allow-empty", "-m", "two");
    const found = await measure(repo, base);
    expect(found).toMatchObject({ kind: "partial", branch: "main", commits: 1, pushed: "no-remote" });
    expect(gitFacts(found)).toEqual({
      gitUnavailable: expect.stringMatching(
        /^files were not compared \(.*\); branch main, 1 new commit, no remote$/,
      ),
    });
  });

  test("no repository: nothing is known, and why", async () => {
    const repo = await makeRepo({ init: false });
    expect(gitFacts(await measure(repo, await keep(repo)))).toEqual({
      gitUnavailable: "this folder is not a git repository",
    });
  });

  test("a base that is gone from the repository is no reason to guess", async () => {
    const repo = await started();
    const base = { ...(await keep(repo)), tree: `${"0".repeat(39)}1` };
    expect(await measure(repo, base)).toMatchObject({ kind: "partial", commits: 0 });
  });
});
