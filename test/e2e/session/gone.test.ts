/** Sessions that end without Jama: each is told once, with what was found, and what still runs can be ended. */
import { describe, expect } from "vitest";
import { bash, say } from "../../../src/modelapi/index.ts";
import { processesWithMarker } from "../../support/claude/processes.ts";
import { waitFor } from "../../support/claude/wait.ts";
import {
  becomes,
  claudePid,
  complete,
  keys,
  labels,
  launch,
  pidsOf,
  screen,
  timesTold,
  told,
} from "../../support/jama/session.ts";
import { storyTest } from "../../support/jama/stories.ts";
import type { World } from "../../support/jama/world.ts";

const it = storyTest("gone");
const endless = bash("node -e 'setInterval(() => {}, 1000)'");

async function atWork(world: World): Promise<string> {
  world.lab.api.script("wait for it", [endless, say("Never said.")]);
  const name = await launch(world, "wait for it");
  await screen(world, name, "Running");
  // Claude Code says so a moment before its tool's process is there.
  await waitFor(async () => (await pidsOf(world, name, "/node")).length > 0);
  return name;
}

/** Ends what the message lists, by its button. */
async function endThem(world: World, name: string, says: string): Promise<void> {
  const gone = await told(world, says);
  expect(gone.silent).toBe(false);
  const running = await processesWithMarker(name, world.lab.home);
  for (const pid of running) expect(gone.text).toContain(`• ${pid} `);
  expect(labels(gone)).toContain("Resume");
  if (!labels(gone).includes("End them")) return expect(running).toEqual([]);
  world.person.taps(gone.id, "End them");
  await becomes(world, gone, (one) => one.text.includes("Ended: nothing of it runs any more."));
  expect(await processesWithMarker(name, world.lab.home)).toEqual([]);
}

describe.concurrent("a session that ends by itself", () => {
  it("2: was closed, when somebody types /exit at the desk", async ({ open }) => {
    const world = await open({ settings: { JAMA_IDLE_GRACE_SECONDS: "60" } });
    world.lab.api.script("add pagination", [say("Added.")]);
    const name = await launch(world, "add pagination");
    await complete(world, name);
    await keys(world, name, "-l", "/exit");
    await screen(world, name, /❯ \/exit/);
    await keys(world, name, "Enter");
    const closed = await told(world, `Session ${name} was closed: Claude Code exited.`);
    expect(closed.text).toContain("claude --resume ");
    expect(labels(await told(world, "Session launched"))).toEqual([]);
    expect(timesTold(world, name)).toBe(3);
  });

  it("2, 12: by kill -9 of Claude Code is told with its code, and its tools' left-overs can be ended", async ({
    open,
  }) => {
    const world = await open();
    const name = await atWork(world);
    process.kill(await claudePid(world, name), "SIGKILL");
    await endThem(world, name, `Session ${name} was ended by a signal: Claude Code exited with code 137.`);
    expect(timesTold(world, "exited with code")).toBe(1);
  });

  it("2, 12: by kill -9 of its recorder is told once", async ({ open }) => {
    const world = await open();
    const name = await atWork(world);
    for (const pid of await pidsOf(world, name, "/script")) process.kill(pid, "SIGKILL");
    const gone = await told(world, `Session ${name} was ended by a signal`);
    // Claude Code goes with its terminal: it may be on the list, and gone before anybody can tap.
    if (labels(gone).includes("End them")) world.person.taps(gone.id, "End them");
    await waitFor(async () => (await processesWithMarker(name, world.lab.home)).length === 0);
    expect(timesTold(world, /was ended|is gone/)).toBe(1);
  });

  it("2, 12: by tmux kill-session is told as gone, and what still runs can be ended", async ({ open }) => {
    const world = await open();
    const name = await atWork(world);
    await world.lab.tmux.run("kill-session", "-t", `=${name}`);
    await endThem(world, name, `Session ${name} is gone. Its tmux session is gone`);
    expect(timesTold(world, /was ended|is gone/)).toBe(1);
  });
});
