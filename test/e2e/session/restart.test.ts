/** The bot killed with kill -9 at every stage of a session, and started again: all told once, nothing left. */
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect } from "vitest";
import { faults } from "../../../src/botapi/faults/faults.ts";
import { ask, bash, say } from "../../../src/modelapi/index.ts";
import { processesOfHome, processesWithMarker } from "../../support/claude/processes.ts";
import { waitFor } from "../../support/claude/wait.ts";
import {
  allSaid,
  answerDialog,
  becomes,
  claudePid,
  clearedUp,
  complete,
  journaled,
  launch,
  screen,
  timesTold,
  told,
} from "../../support/jama/session.ts";
import { storyTest } from "../../support/jama/stories.ts";
import type { World } from "../../support/jama/world.ts";

const it = storyTest("restart");
const style = {
  question: "Which pagination style?",
  header: "Style",
  options: [
    { label: "Cursor", description: "stable" },
    { label: "Offset", description: "simple" },
  ],
};

async function powerCut(world: World): Promise<void> {
  await world.bots.at(-1)?.kill();
}

/** Launched once, complete once, cleared up. */
async function endsWell(world: World, name: string): Promise<void> {
  await clearedUp(world, name);
  expect(timesTold(world, "Session launched")).toBe(1);
  expect(timesTold(world, "complete.")).toBe(1);
  expect(await processesWithMarker(name, world.lab.home)).toEqual([]);
  expect(await readdir(join(world.jamaHome, "sessions"))).toEqual([name]);
}

/** At work on a command that waits for the file `go`; then it asks. */
async function worksBeforeAQuestion(world: World): Promise<string> {
  world.lab.api.script("add pagination", [
    bash("until [ -e go ]; do sleep 0.1; done; rm go"),
    ask([style]),
    say("Cursor it is."),
  ]);
  const name = await launch(world, "add pagination");
  await screen(world, name, "Running");
  return name;
}

describe.concurrent("9: a bot that is killed", () => {
  it("as soon as tmux has the session launches it no second time", async ({ open }) => {
    const world = await open();
    world.lab.api.script("add pagination", [say("Added.")]);
    world.server.faults.next("sendMessage", faults.serverError(), 100);
    world.person.sends("have Claude Code add pagination");
    const [name = ""] = await waitFor(
      async () => {
        const names = await world.lab.tmux.list();
        return names.length > 0 && names;
      },
      { everyMs: 2 },
    );
    await powerCut(world);
    world.server.faults.clear();
    await world.start();
    expect((await complete(world, name)).text).toContain("No files changed.");
    await endsWell(world, name);
  });

  it("during a question shows that it was answered meanwhile", async ({ open }) => {
    const world = await open();
    world.lab.api.script("add pagination", [ask([style]), say("Cursor it is.")]);
    const name = await launch(world, "add pagination");
    const asked = await told(world, "Which pagination style?");
    await allSaid(world);
    await powerCut(world);
    await answerDialog(world, name, "1. Cursor", "1");
    await screen(world, name, "Cursor it is.");
    await world.start();
    await becomes(world, asked, (one) => one.buttons.length === 0);
    await endsWell(world, name);
    expect(timesTold(world, "Which pagination style?")).toBe(1);
  });

  it("before a question asks it when it is back", async ({ open }) => {
    const world = await open();
    const name = await worksBeforeAQuestion(world);
    await powerCut(world);
    await world.lab.project.write({ go: "" });
    await screen(world, name, "1. Cursor");
    await world.start();
    const asked = await told(world, "Which pagination style?");
    await answerDialog(world, name, "1. Cursor", "1");
    await becomes(world, asked, (one) => one.buttons.length === 0);
    await endsWell(world, name);
    expect(timesTold(world, "Which pagination style?")).toBe(1);
  });

  it("before a question that is answered before it is back says nothing of it", async ({ open }) => {
    const world = await open();
    const name = await worksBeforeAQuestion(world);
    await allSaid(world);
    await powerCut(world);
    await world.lab.project.write({ go: "" });
    await answerDialog(world, name, "1. Cursor", "1");
    await screen(world, name, "Cursor it is.");
    await world.start();
    await endsWell(world, name);
    expect(timesTold(world, "Which pagination style?")).toBe(0);
  });

  it("after the end was seen and before it was told tells it when it is back", async ({ open }) => {
    const world = await open();
    const gate = join(world.lab.folder, "gate");
    world.lab.api.script("add pagination", [
      bash(`until [ -e '${gate}' ]; do sleep 0.1; done`),
      say("Added."),
    ]);
    const name = await launch(world, "add pagination");
    await screen(world, name, "Running");
    world.server.networkDown();
    await writeFile(gate, "");
    await journaled(world, name, '"event":"Stop"');
    await powerCut(world);
    world.server.networkUp();
    await world.start();
    await complete(world, name);
    await endsWell(world, name);
  });

  it("during the grace period still tears down", async ({ open }) => {
    const world = await open({ settings: { JAMA_IDLE_GRACE_SECONDS: "4" } });
    world.lab.api.script("add pagination", [say("Added.")]);
    const name = await launch(world, "add pagination");
    await complete(world, name);
    await allSaid(world);
    await powerCut(world);
    expect(await world.lab.tmux.list()).toEqual([name]);
    await world.start();
    await endsWell(world, name);
  });

  it("12: during a teardown finishes it", async ({ open }) => {
    const world = await open();
    world.lab.api.script("add pagination", [say("Added.")]);
    const name = await launch(world, "add pagination");
    await complete(world, name);
    // Stopped, it cannot end when it is asked to: the teardown is under way for seconds.
    process.kill(await claudePid(world, name), "SIGSTOP");
    await journaled(world, name, '"order":"teardown"');
    await powerCut(world);
    await world.start();
    await endsWell(world, name);
  });

  it("2: together with everything that ran is told as lost, once", async ({ open }) => {
    const world = await open();
    world.lab.api.script("wait for it", [bash("node -e 'setInterval(() => {}, 1000)'"), say("Never said.")]);
    const name = await launch(world, "wait for it");
    await screen(world, name, "Running");
    await allSaid(world);
    await powerCut(world);
    await waitFor(async () => {
      const running = await processesOfHome(world.lab.home); // one may go with another, or be started meanwhile
      if (running.length > 0) await execa("kill", ["-9", ...running.map(String)], { reject: false });
      return running.length === 0;
    });
    await world.start();
    const lost = await told(world, `Session ${name} is gone.`);
    expect(lost.silent).toBe(false);
    expect(lost.text).toContain("claude --resume ");
    await allSaid(world);
    await powerCut(world);
    await world.start();
    expect(timesTold(world, "is gone.")).toBe(1);
  });
});
