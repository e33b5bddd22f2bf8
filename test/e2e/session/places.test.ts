/** Folders that cannot be written, are gone, are full, or have a name that is taken. */
import { chmod, mkdir, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { bash, say } from "../../../src/modelapi/index.ts";
import { sessionName } from "../../../src/warden/launch/sessionName.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { clearedUp, complete, launch, timesTold, told } from "../../support/jama/session.ts";
import { projectOf, storyTest } from "../../support/jama/stories.ts";
import type { World } from "../../support/jama/world.ts";

const it = storyTest("places");

/**
 * Root may write everywhere, unless it gives that right up: this works for root in a container, where a
 * read-only mount is not allowed, and for a person at a machine nothing needs to be given up.
 */
const obeysModes = process.getuid?.() === 0 ? ["setpriv", "--bounding-set=-dac_override"] : [];

/** The next sessions' task files lead to a device that is always full: the kernel's own ENOSPC, for any user. */
async function fillDiskFor(world: World, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    const at = new Date(Date.now() + second * 1_000);
    const folder = join(
      world.jamaHome,
      "sessions",
      sessionName(projectOf(world), at, () => false),
    );
    await mkdir(folder, { recursive: true });
    await symlink("/dev/full", join(folder, "task.md"));
  }
}

function namesOfSessions({ jamaHome }: World): Promise<string[]> {
  return readdir(join(jamaHome, "sessions"));
}

describe.concurrent("a place", { timeout: 90_000 }, () => {
  it("that is read-only is told at the launch, and the session can look", async ({ open }) => {
    const world = await open({ under: obeysModes });
    const { project, api } = world.lab;
    await chmod(project.path, 0o555);
    api.script("look around", [bash("echo 1 > new.js; cat README.md"), say("It is a project.")]);
    const name = await launch(world, "look around");
    expect((await told(world, "Session launched")).text).toContain("The project's folder is read-only");
    expect((await complete(world, name)).text).toContain("No files changed.");
    await clearedUp(world, name);
    await chmod(project.path, 0o755);
  });

  it("that went away between the list and the launch is named, and nothing is launched", async ({ open }) => {
    const world = await open({ start: false });
    const path = join(world.lab.folder, "elsewhere", "shop");
    await mkdir(path, { recursive: true });
    await writeFile(join(world.jamaHome, "config.json"), JSON.stringify({ projects: { shop: { path } } }));
    await world.start();
    world.person.sends("have Claude Code add pagination");
    const { id } = await told(world, "Which project?");
    await rm(path, { recursive: true });
    world.person.taps(id, "shop");
    await told(world, `Not started: The project's folder is gone: ${path}.`);
    expect(await world.lab.tmux.list()).toEqual([]);
    expect(await namesOfSessions(world)).toEqual([]);
  });

  it("8: with a full disk takes no task, says so, and takes it again when there is room", async ({
    open,
  }) => {
    const world = await open();
    await fillDiskFor(world, 30);
    world.person.sends("have Claude Code add pagination");
    await told(world, "Not started: The disk is full: the task could not be written.");
    expect(await world.lab.tmux.list()).toEqual([]);
    for (const name of await namesOfSessions(world)) {
      await rm(join(world.jamaHome, "sessions", name), { recursive: true });
    }
    await clearedUp(world, await launch(world, "add pagination again"));
  });

  it("with two launches in one second gives each a name of its own", { retry: 2 }, async ({ open }) => {
    const world = await open();
    world.lab.api.script("wait", [bash("until [ -e go ]; do sleep 0.2; done"), say("Waited.")]);
    const first = await launch(world, "wait first");
    const asks = () =>
      world.server.chat(world.person.id).fromBot.filter((one) => one.text.includes("is busy"));
    for (const which of ["second", "third"]) world.person.sends(`have Claude Code wait ${which}`);
    await waitFor(async () => asks().length === 2);
    const ids = asks().map((one) => one.id);
    await waitFor(async () => Date.now() % 1_000 < 60, { everyMs: 1 });
    for (const id of ids) world.person.taps(id, "Beside it");
    await waitFor(async () => timesTold(world, "Session launched") === 3, { timeoutMs: 20_000 });
    const [, second = "", third = ""] = (await world.lab.tmux.list()).toSorted();
    expect(third).toBe(`${second}-2`);
    await world.lab.project.write({ go: "" });
    for (const name of [first, second, third]) await clearedUp(world, name);
  });
});
