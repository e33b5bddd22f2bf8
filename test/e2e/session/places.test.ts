/** Folders that cannot be written, are gone, are full, or have a name that is taken. */
import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
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

/** Enters sessions of the next seconds into the index, like one that is over. */
async function takeNames(world: World, like: string, seconds: number): Promise<void> {
  const path = join(world.jamaHome, "index.json");
  const index = JSON.parse(await readFile(path, "utf8"));
  for (let second = 0; second < seconds; second++) {
    const name = sessionName(projectOf(world), new Date(Date.now() + second * 1_000), () => false);
    const { record, ...entry } = index.sessions[like];
    index.sessions[name] = { ...entry, record: { ...record, name, commandId: name } };
  }
  await writeFile(path, JSON.stringify(index));
}

function namesOfSessions({ jamaHome }: World): Promise<string[]> {
  return readdir(join(jamaHome, "sessions"));
}

describe.concurrent("a place", () => {
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

  it("with two launches at once gives each a name and a session of its own", async ({ open }) => {
    const world = await open();
    const first = await launch(world, "look around first");
    const asks = () =>
      world.server.chat(world.person.id).fromBot.filter((one) => one.text.includes("is busy"));
    for (const which of ["second", "third"]) world.person.sends(`have Claude Code look around ${which}`);
    await waitFor(async () => asks().length === 2);
    for (const { id } of asks()) world.person.taps(id, "Beside it");
    await waitFor(async () => timesTold(world, "Session launched") === 3);
    const names = await namesOfSessions(world);
    expect(names).toHaveLength(3);
    expect(names).toContain(first);
    for (const name of names) await clearedUp(world, name);
  });

  it("with a name that another session took in the same second gives the next one", async ({ open }) => {
    const world = await open();
    const first = await launch(world, "look around first");
    await clearedUp(world, first);
    await world.bots.at(-1)?.stop();
    await takeNames(world, first, 40);
    await world.start();
    world.person.sends("have Claude Code look around again");
    await told(world, /^Session launched: \S+-2$/m);
    await waitFor(async () => timesTold(world, "complete.") === 2);
    await clearedUp(world, (await namesOfSessions(world)).find((name) => name.endsWith("-2")) ?? "");
  });
});
