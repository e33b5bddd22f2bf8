/** Teardowns that do not come, or not yet: somebody is at the desk, or something was detached on purpose. */
import { describe, expect } from "vitest";
import { bash, say } from "../../../src/modelapi/index.ts";
import { processesWithMarker } from "../../support/claude/processes.ts";
import {
  attach,
  becomes,
  clearedUp,
  complete,
  keys,
  labels,
  launch,
  quietFor,
  screen,
  timesTold,
  told,
} from "../../support/jama/session.ts";
import { graceSeconds, projectOf, storyTest } from "../../support/jama/stories.ts";

const it = storyTest("teardown");

describe.concurrent("a finished session", () => {
  it("1, 6: with text in its prompt box is kept, told once, and torn down when the text is gone", async ({
    open,
  }) => {
    const world = await open({ settings: { JAMA_IDLE_GRACE_SECONDS: "3" } });
    world.lab.api.script("add pagination", [say("Added.")]);
    const name = await launch(world, "add pagination");
    await complete(world, name);
    await keys(world, name, "-l", "half a thought");
    await screen(world, name, "half a thought");
    const kept = await told(
      world,
      `${projectOf(world)}: I leave the session open: there is text in its prompt box.`,
    );
    expect(kept.silent).toBe(true);
    await quietFor(world, name, 3);
    expect(await world.lab.tmux.list()).toEqual([name]);
    expect(timesTold(world, "I leave the session open")).toBe(1);
    await keys(world, name, "C-u");
    await clearedUp(world, name);
  });

  it("6: that somebody looks at is torn down when they have detached", async ({ open }) => {
    const world = await open();
    world.lab.api.script("add pagination", [
      bash("until [ -e go ]; do sleep 0.1; done; rm go"),
      say("Added."),
    ]);
    const name = await launch(world, "add pagination");
    const desk = await attach(world, name);
    try {
      await world.lab.project.write({ go: "" });
      await complete(world, name);
      await quietFor(world, name, graceSeconds);
      expect(await world.lab.tmux.list()).toEqual([name]);
      expect(await desk.capture("desk")).toContain("Added.");
      await desk.keys("desk", "C-b", "d");
      await clearedUp(world, name);
    } finally {
      await desk.kill();
    }
  });

  it("12: leaves a server that Claude detached, tells of it, and ends it on a tap", async ({ open }) => {
    const world = await open();
    const server = "setsid nohup node -e 'setInterval(() => {}, 1000)' >server.log 2>&1 </dev/null & disown";
    world.lab.api.script("start the server", [bash(server), say("It runs.")]);
    const name = await launch(world, "start the server");
    await complete(world, name);
    const left = await told(world, `Session ${name} is ended; what it detached on purpose still runs:`);
    const running = await processesWithMarker(name, world.lab.home);
    expect(running).toHaveLength(1);
    expect(left.text).toContain(`• ${running[0]} node -e setInterval`);
    expect(labels(left)).toEqual(["End them"]);
    world.person.taps(left.id, "End them");
    await becomes(world, left, (one) => one.text.includes("Ended: nothing of it runs any more."));
    expect(await processesWithMarker(name, world.lab.home)).toEqual([]);
  });
});
