/** Sessions with a guardian: crashes are resumed by themselves so often and no more, a standstill gets Escape first. */
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { bash, say } from "../../../src/modelapi/index.ts";
import { processesWithMarker } from "../../support/claude/processes.ts";
import {
  allSaid,
  attach,
  becomes,
  claudePid,
  clearedUp,
  flushed,
  keys,
  labels,
  launch,
  screen,
  sessionFolder,
  stopByButton,
  timesTold,
  told,
} from "../../support/jama/session.ts";
import { type OpenStory, projectOf, storyTest } from "../../support/jama/stories.ts";
import type { World } from "../../support/jama/world.ts";

const it = storyTest("guarded");
const waits = (word: string) => bash(`node -e 'setInterval(() => {}, 1000)' ${word}`);
const endless = waits("endless");

async function openGuarded(
  open: OpenStory,
  guardian: boolean | { resumes: number },
  settings = {},
): Promise<World> {
  const world = await open({ start: false, settings });
  const config = { projects: { [projectOf(world)]: { guardian } } };
  await writeFile(join(world.jamaHome, "config.json"), JSON.stringify(config));
  await world.start();
  return world;
}

/** `at`: what it is seen to run; a conversation that goes on shows what ran before, too. */
async function crash(world: World, name: string, at = "endless") {
  await screen(world, name, at);
  await flushed(world, "endless");
  process.kill(await claudePid(world, name), "SIGKILL");
  const gone = await told(world, `Session ${name} was ended by a signal`);
  for (const pid of await processesWithMarker(name, world.lab.home)) process.kill(pid, "SIGKILL");
  return gone;
}

async function resumed(world: World, old: string, how: string): Promise<string> {
  const { text } = await told(world, `It goes on with the conversation of ${old}${how}.`);
  return /^Session launched: (\S+)/.exec(text)?.[1] ?? "";
}

/** Nothing that Jama sees of it moves any more, though Claude Code goes on. */
async function hideLog(world: World, name: string): Promise<void> {
  const log = join(sessionFolder(world, name), "terminal.log");
  await rename(log, `${log}.hidden`);
}

describe.concurrent("a guarded session", () => {
  it("2, 9: that crashes is resumed, also when Jama is started anew meanwhile, so often and no more", async ({
    open,
  }) => {
    const world = await openGuarded(open, { resumes: 1 });
    world.lab.api.script("add pagination", [endless, waits("second"), say("Added.")]);
    const name = await launch(world, "add pagination");
    const gone = await crash(world, name);
    expect(gone.text).toContain("I resume it in 5 s (1 of 1).");
    expect(labels(gone)).toEqual(expect.arrayContaining(["Resume now", "Leave it"]));
    await allSaid(world);
    await world.bots.at(-1)?.kill();
    await world.start();
    const next = await resumed(world, name, " (it crashed; resumed, 1 of 1)");
    await becomes(world, gone, (one) => one.buttons.length === 0);
    const again = await crash(world, next, "second");
    expect(again.text).toContain("I have resumed this conversation once in a row; it is yours now.");
    expect(labels(again)).toContain("Resume");
    expect(timesTold(world, /^Session launched/)).toBe(2);
    world.person.taps(again.id, "Resume");
    await clearedUp(world, await resumed(world, next, ""));
  });

  it("that somebody closes at the desk stays closed", async ({ open }) => {
    const world = await openGuarded(open, true);
    world.lab.api.script("add pagination", [endless]);
    const name = await launch(world, "add pagination");
    await screen(world, name, "endless");
    for (let press = 0; press < 3; press++) await keys(world, name, "C-c");
    const closed = await told(world, `Session ${name} was closed`);
    expect(closed.text).not.toContain("I resume it");
    expect(labels(closed)).toContain("Resume");
  });

  it("is left as it is when the person says so in time", async ({ open }) => {
    const world = await openGuarded(open, true);
    world.lab.api.script("add pagination", [endless]);
    const name = await launch(world, "add pagination");
    const gone = await crash(world, name);
    world.person.taps(gone.id, "Leave it");
    await told(world, `${name} is left as it is.`);
    expect(JSON.parse(await readFile(join(world.jamaHome, "guard.json"), "utf8")).plans).toEqual({});
    expect(timesTold(world, /^Session launched/)).toBe(1);
  });

  it("6, 7: that stands still gets Escape once, and the person's choice", async ({ open }) => {
    const world = await openGuarded(open, true, { JAMA_STUCK_MINUTES: "0.1" });
    world.lab.api.script("add pagination", [endless]);
    const name = await launch(world, "add pagination");
    await screen(world, name, "endless");
    await hideLog(world, name);
    await told(world, "nothing has moved for long. I pressed Esc, once.");
    const answered = await told(
      world,
      "it answered to Esc, and what it did is interrupted. It waits for you.",
    );
    expect(answered.silent).toBe(false);
    await screen(world, name, "Interrupted");
    expect(timesTold(world, "seems stuck")).toBe(0);
    expect(timesTold(world, "I pressed Esc")).toBe(1);
    await stopByButton(world, name);
  });

  it("7: that is frozen for good is asked about at once, never ended", async ({ open }) => {
    const world = await openGuarded(open, true, { JAMA_STUCK_MINUTES: "0.1" });
    world.lab.api.script("add pagination", [endless]);
    const name = await launch(world, "add pagination");
    await screen(world, name, "endless");
    const pid = await claudePid(world, name);
    process.kill(pid, "SIGSTOP");
    const stuck = await told(world, `Session ${name} seems stuck`);
    expect(labels(stuck)).toEqual(["Attach", "Why", "Wait", "Interrupt", "Stop"]);
    world.person.taps(stuck.id, "Interrupt");
    await told(world, `Not interrupted: ${name}, something else than Claude Code has its terminal.`);
    expect(await world.lab.tmux.list()).toEqual([name]);
    process.kill(pid, "SIGCONT");
    await stopByButton(world, name);
  });
});

describe.concurrent("a session without a guardian", () => {
  it("6, 7: that stands still is asked about; [Wait] leaves it, [Interrupt] presses Escape, also while one looks", async ({
    open,
  }) => {
    const world = await openGuarded(open, false, { JAMA_STUCK_MINUTES: "0.1" });
    world.lab.api.script("add pagination", [endless]);
    const name = await launch(world, "add pagination");
    await screen(world, name, "endless");
    const desk = await attach(world, name);
    try {
      await hideLog(world, name);
      const stuck = await told(world, `Session ${name} seems stuck`);
      expect(stuck.text).toContain("I leave it alone.");
      world.person.taps(stuck.id, "Wait");
      await told(world, `I leave ${name} alone.`);
      await becomes(world, stuck, (one) => one.buttons.length === 0);
      expect(await world.lab.tmux.capture(name)).not.toContain("Interrupted");
      world.person.sends(`/interrupt ${projectOf(world)}`);
      await told(world, `Esc was pressed in ${name}.`);
      await told(world, "it is interrupted, as you ordered.");
      await screen(world, name, "Interrupted");
    } finally {
      await desk.kill();
    }
    await stopByButton(world, name);
  });

  it("that crashes is told with [Resume], and nothing more happens by itself", async ({ open }) => {
    const world = await openGuarded(open, false);
    world.lab.api.script("add pagination", [endless]);
    const name = await launch(world, "add pagination");
    const gone = await crash(world, name);
    expect(gone.text).not.toContain("I resume it");
    expect(labels(gone)).toContain("Resume");
  });
});
