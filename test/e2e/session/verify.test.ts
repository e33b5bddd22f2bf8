/** The project's own check, and measuring that takes its time: neither ever holds a ping back. */
import { access, chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { describe, expect } from "vitest";
import { bash, say } from "../../../src/modelapi/index.ts";
import { linuxProcesses } from "../../../src/warden/processes/linux.ts";
import { claudeEnvironment, testKey } from "../../support/claude/environment.ts";
import { prepareHome } from "../../support/claude/home.ts";
import { waitFor } from "../../support/claude/wait.ts";
import {
  allSaid,
  becomes,
  clearedUp,
  complete,
  launch,
  quietFor,
  sessionFolder,
  stopByButton,
  timesTold,
  told,
} from "../../support/jama/session.ts";
import { graceSeconds, type OpenStory, projectOf, storyTest } from "../../support/jama/stories.ts";
import type { World } from "../../support/jama/world.ts";

const it = storyTest("checked");

/** A world whose project has a verify command. */
async function openVerified(open: OpenStory, verify: (folder: string) => string): Promise<World> {
  const world = await open({ start: false });
  const config = { projects: { [projectOf(world)]: { verify: verify(world.lab.folder) } } };
  await writeFile(join(world.jamaHome, "config.json"), JSON.stringify(config));
  await world.start();
  world.lab.api.script("add pagination", [bash("echo 1 > new.js"), say("Added.")]);
  return world;
}

/** Puts a git first on the login shell's PATH that takes its time as soon as there is a file called slow. */
async function slowGit({ lab }: World): Promise<string> {
  const slow = join(lab.folder, "slow");
  const git = join(lab.folder, "programs", "git");
  const real = (await execa("which", ["git"])).stdout;
  await mkdir(dirname(git));
  await writeFile(git, `#!/bin/sh\n[ -e '${slow}' ] && sleep 1\nexec '${real}' "$@"\n`);
  await chmod(git, 0o755);
  await prepareHome(lab.home, {
    apiKey: testKey,
    trusted: [lab.project.path],
    exports: claudeEnvironment({ home: lab.home, apiUrl: lab.api.url, apiKey: testKey }),
    path: [dirname(git), dirname(lab.program)],
  });
  return slow;
}

describe.concurrent("a completion", () => {
  it("4: comes before the verify command has ended, which follows by an edit and is waited for", async ({
    open,
  }) => {
    const world = await openVerified(open, (folder) => `until [ -e '${folder}/go' ]; do sleep 0.1; done`);
    const name = await launch(world, "add pagination");
    const done = await complete(world, name);
    expect(done.text).not.toMatch(/verif/i);
    await quietFor(world, name, graceSeconds);
    expect(await world.lab.tmux.list()).toEqual([name]);
    await writeFile(join(world.lab.folder, "go"), "");
    await becomes(world, done, (one) => /^Verified: until .* passed\.$/m.test(one.text));
    await clearedUp(world, name);
    expect(timesTold(world, name)).toBe(2);
  });

  it("1, 2: whose verify command fails is followed by a ping of its own, and the session stays", async ({
    open,
  }) => {
    const world = await openVerified(open, () => "echo 3 problems found >&2; exit 1");
    const name = await launch(world, "add pagination");
    const failed = await told(world, `Session ${name}: the verify command failed`);
    expect(failed.silent).toBe(false);
    expect(failed.text).toContain("3 problems found");
    await told(world, `Session ${name} complete, but the verify command failed. It stays open.`);
    await quietFor(world, name, graceSeconds);
    expect(await world.lab.tmux.list()).toEqual([name]);
    expect(timesTold(world, name)).toBe(3);
    await stopByButton(world, name);
  });

  it("9: whose verify command runs when the bot stops is verified after the next start", async ({ open }) => {
    const world = await openVerified(open, (folder) => `until [ -e '${folder}/go' ]; do sleep 0.1; done`);
    const name = await launch(world, "add pagination");
    const done = await complete(world, name);
    await waitFor(async () =>
      access(join(sessionFolder(world, name), "verify.log")).then(
        () => true,
        () => false,
      ),
    );
    expect(await world.bots.at(-1)?.stop()).toBe(0);
    await world.start();
    await writeFile(join(world.lab.folder, "go"), "");
    await becomes(world, done, (one) => /^Verified: until .* passed\.$/m.test(one.text));
    await clearedUp(world, name);
    expect(timesTold(world, name)).toBe(2);
  });

  it("9, 12: whose verify command runs when the bot is killed is verified by one command, not by two", async ({
    open,
  }) => {
    const world = await openVerified(
      open,
      (folder) => `echo $$ >> '${folder}/runs'; until [ -e '${folder}/go' ]; do sleep 0.1; done`,
    );
    const runs = async () =>
      (await readFile(join(world.lab.folder, "runs"), "utf8").catch(() => "")).split("\n").filter(Boolean);
    const alive = async (pid = "") => (await linuxProcesses.find([Number(pid)])).length > 0;
    const name = await launch(world, "add pagination");
    const done = await complete(world, name);
    await waitFor(async () => (await runs()).length === 1);
    const [former] = await runs();
    await allSaid(world);
    await world.bots.at(-1)?.kill();
    expect(await alive(former)).toBe(true);
    await world.start();
    await waitFor(async () => (await runs()).length === 2);
    expect(await alive(former)).toBe(false);
    await writeFile(join(world.lab.folder, "go"), "");
    await becomes(world, done, (one) => one.text.includes("Verified: "));
    await clearedUp(world, name);
    expect(await runs()).toHaveLength(2);
    expect(timesTold(world, name)).toBe(2);
  });

  it("4: does not wait for a slow git: the facts follow by an edit", async ({ open }) => {
    const world = await open({ start: false });
    const slow = await slowGit(world);
    await world.start();
    world.lab.api.script("add pagination", [bash(`echo 1 > new.js; touch '${slow}'`), say("Added.")]);
    const name = await launch(world, "add pagination");
    const done = await complete(world, name);
    expect(done.original.text).toContain("(still measuring)");
    expect(done.original.text).not.toContain("changed");
    const measured = await becomes(world, done, (one) => one.text.includes("1 file changed."));
    expect(measured.text).not.toContain("still measuring");
    await clearedUp(world, name);
    expect(timesTold(world, "complete.")).toBe(1);
  });
});
