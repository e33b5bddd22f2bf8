/** Turns that ended and sessions that did not: none of them is called complete, none is torn down. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { bash, fail, say, tool } from "../../../src/modelapi/index.ts";
import {
  clearedUp,
  complete,
  keys,
  launch,
  quietFor,
  screen,
  stopByButton,
  timesTold,
  told,
} from "../../support/jama/session.ts";
import { graceSeconds, projectOf, storyTest } from "../../support/jama/stories.ts";
import type { World } from "../../support/jama/world.ts";

const it = storyTest("lasting");

/** Long after a teardown would have come: it lives, and nobody was told that it is done. */
async function staysOpen(world: World, name: string): Promise<void> {
  await quietFor(world, name, graceSeconds);
  expect(await world.lab.tmux.list()).toEqual([name]);
  expect(timesTold(world, "complete.")).toBe(0);
}

describe.concurrent("a session that is not over", () => {
  it("1, 2: whose turn failed is told with the reason, and kept", async ({ open }) => {
    const world = await open();
    world.lab.api.script("add pagination", [fail(400, "invalid_request_error", "prompt is too strange")]);
    const name = await launch(world, "add pagination");
    const failed = await told(
      world,
      `Session ${name} failed: API Error: 400 prompt is too strange. It stays open.`,
    );
    expect(failed.silent).toBe(false);
    await staysOpen(world, name);
    expect(timesTold(world, "failed:")).toBe(1);
    await stopByButton(world, name);
  });

  it("1, 2: that was interrupted at the desk is told quietly, and kept", async ({ open }) => {
    const world = await open();
    world.lab.api.script("wait for it", [bash("until [ -e go ]; do sleep 0.1; done"), say("Never said.")]);
    const name = await launch(world, "wait for it");
    await screen(world, name, "Running");
    await keys(world, name, "Escape");
    const interrupted = await told(
      world,
      `${projectOf(world)}: somebody interrupted it at the desk. It stays open.`,
    );
    expect(interrupted.silent).toBe(true);
    await staysOpen(world, name);
    expect(timesTold(world, "interrupted it")).toBe(1);
    await stopByButton(world, name);
  });

  it("1, 2: with a shell in the background is complete only when that has ended and been answered", async ({
    open,
  }) => {
    const world = await open();
    const build = "until [ -e go ]; do sleep 0.1; done; rm go";
    world.lab.api.script("build it", [
      bash(build, { description: "Build it all", background: true }),
      say("The build runs."),
      say("The build is done."),
    ]);
    const name = await launch(world, "build it");
    const still = await told(world, `${projectOf(world)}: turn over, 1 task still running`);
    expect(still.silent).toBe(true);
    expect(still.text).toContain("• Build it all");
    await staysOpen(world, name);
    await writeFile(join(world.lab.project.path, "go"), "");
    expect((await complete(world, name)).text).toContain("The build is done.");
    await clearedUp(world, name);
    expect(timesTold(world, "complete.")).toBe(1);
    expect(timesTold(world, "still running")).toBe(1);
  });

  it("1, 2: that will wake up by itself sleeps, and is never torn down", async ({ open }) => {
    const world = await open();
    world.lab.api.script("watch the build", [
      tool("ToolSearch", { query: "select:CronCreate" }),
      tool("CronCreate", { cron: "*/5 * * * *", prompt: "Look at the build", recurring: true }),
      say("I look every 5 minutes."),
    ]);
    const name = await launch(world, "watch the build");
    const sleeping = await told(world, `${projectOf(world)}: turn over; it wakes up by itself.`);
    expect(sleeping.silent).toBe(true);
    expect(sleeping.text).toContain("Look at the build");
    await staysOpen(world, name);
    await stopByButton(world, name);
  });

  it("1: whose last message asks the person something stays open", async ({ open }) => {
    const world = await open();
    world.lab.api.script("add pagination", [say("I found two styles. Which one should I use?")]);
    const name = await launch(world, "add pagination");
    const asks = await told(world, `Session ${name} asks you something. It stays open.`);
    expect(asks.silent).toBe(false);
    await staysOpen(world, name);
    await stopByButton(world, name);
  });
});
