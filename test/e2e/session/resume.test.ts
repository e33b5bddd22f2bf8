/** A conversation that goes on in a new session: after a crash by a tap, or by /resume with words of one's own. */
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { bash, say, userTexts } from "../../../src/modelapi/index.ts";
import { olderVersion } from "../../support/claude/fetch.ts";
import { processesWithMarker } from "../../support/claude/processes.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { answer } from "../../support/jama/chat.ts";
import { whenOver } from "../../support/jama/knownSessions.ts";
import {
  allSaid,
  answerDialog,
  becomes,
  claudePid,
  clearedUp,
  complete,
  flushed,
  journaled,
  keys,
  labels,
  launch,
  screen,
  sessionFolder,
  stopByButton,
  timesTold,
  told,
} from "../../support/jama/session.ts";
import { storyTest } from "../../support/jama/stories.ts";
import type { World } from "../../support/jama/world.ts";

const it = storyTest("resumed");
const endless = bash("node -e 'setInterval(() => {}, 1000)' endless");
const plain = /Go on with the task where it stopped/;

/** Launched, seen at work, and then killed: the message that tells of it. */
async function crashed(world: World, name: string) {
  await flushed(world, "endless");
  process.kill(await claudePid(world, name), "SIGKILL");
  return told(world, `Session ${name} was ended by a signal`);
}

/** Ends what a killed Claude Code could not end itself. */
async function endTools(world: World, name: string): Promise<void> {
  const pids = await processesWithMarker(name, world.lab.home);
  for (const pid of pids) process.kill(pid, "SIGKILL");
  await waitFor(async () => (await processesWithMarker(name, world.lab.home)).length === 0);
}

async function resumed(world: World, old: string): Promise<string> {
  const { text } = await told(world, `It goes on with the conversation of ${old}.`);
  return /^Session launched: (\S+)/.exec(text)?.[1] ?? "";
}

/** What the person, or Jama, said last in the conversation that was asked about last. */
function lastPrompt({ lab }: World): string {
  const requests = lab.api.requests.filter((one) => one.kind === "main");
  return requests.flatMap((one) => userTexts(one.body).filter((text) => text !== "")).at(-1) ?? "";
}

describe.concurrent("a conversation", () => {
  it("1, 2: goes on after kill -9 by a tap, is measured anew, told once, and cleared up", async ({
    open,
  }) => {
    const world = await open();
    world.lab.api.script("add pagination", [
      bash("echo 1 > before.js"),
      endless,
      bash("echo 1 > after.js"),
      say("Added."),
    ]);
    const name = await launch(world, "add pagination");
    await screen(world, name, "endless");
    const gone = await crashed(world, name);
    expect(labels(gone)).toContain("Resume");
    await endTools(world, name);
    world.person.taps(gone.id, "Resume");
    const next = await resumed(world, name);
    expect(next).not.toBe(name);
    const done = await complete(world, next);
    await becomes(world, done, (one) => one.text.includes("1 file changed.")); // by an edit, where git takes its time
    await becomes(world, gone, (one) => one.buttons.length === 0);
    await clearedUp(world, next);
    expect(lastPrompt(world)).toMatch(plain);
    expect(timesTold(world, "complete.")).toBe(1);
    expect(timesTold(world, next)).toBe(2);
    expect(await processesWithMarker(next, world.lab.home)).toEqual([]);
  });

  it("2: that first hears of its dead background task is complete when the prompt it was given is done", async ({
    open,
  }) => {
    const world = await open({ version: olderVersion });
    world.lab.api.script("start the server", [
      bash("node -e 'setInterval(() => {}, 1000)' server", { background: true }),
      endless,
      say("So the server is gone."),
      say("All is done."),
    ]);
    const name = await launch(world, "start the server");
    await screen(world, name, "endless");
    const gone = await crashed(world, name);
    await endTools(world, name);
    world.person.taps(gone.id, "Resume");
    const next = await resumed(world, name);
    expect((await complete(world, next)).text).toContain("All is done.");
    await clearedUp(world, next);
    expect(timesTold(world, "complete.")).toBe(1);
    expect(timesTold(world, "too early")).toBe(0);
    const journal = await readFile(join(sessionFolder(world, next), "journal.jsonl"), "utf8");
    expect(journal.match(/"event":"Stop"/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it("goes on with the person's own words, exactly, after they had stopped it", async ({ open }) => {
    const world = await open();
    world.lab.api.script("add pagination", [endless, say("With tests now.")]);
    const name = await launch(world, "add pagination");
    await screen(world, name, "endless");
    await stopByButton(world, name);
    await whenOver(world, name);
    const words = '- `$HOME` and "tests"\n\n  as you think';
    world.person.sends(`/resume ${name} ${words}`);
    const next = await resumed(world, name);
    expect((await complete(world, next)).text).toContain("With tests now.");
    expect(lastPrompt(world)).toBe(words);
    await clearedUp(world, next);
  });

  it("that was cleared at the desk goes on as it is since then", async ({ open }) => {
    const world = await open({ settings: { JAMA_IDLE_GRACE_SECONDS: "60" } });
    world.lab.api.script("add pagination", [say("Added.")]);
    world.lab.api.script("second thoughts", [endless, say("Thought twice.")]);
    const name = await launch(world, "add pagination");
    await complete(world, name);
    await keys(world, name, "-l", "/clear");
    await screen(world, name, /❯ \/clear/);
    await keys(world, name, "Enter");
    await journaled(world, name, '"source":"clear"');
    await keys(world, name, "-l", "second thoughts");
    await answerDialog(world, name, /❯\ssecond thoughts\s*\n─/, "Enter");
    await screen(world, name, "endless");
    const gone = await crashed(world, name);
    await endTools(world, name);
    world.person.taps(gone.id, "Resume");
    const next = await resumed(world, name);
    expect((await complete(world, next)).text).toContain("Thought twice.");
    await stopByButton(world, next);
  });

  it("12: is not taken up while its Claude Code still runs: that can be ended first", async ({ open }) => {
    const world = await open();
    world.lab.api.script("wait for it", [endless, say("Never said."), say("Done.")]);
    const name = await launch(world, "wait for it");
    await screen(world, name, "endless");
    const pid = await claudePid(world, name);
    process.kill(pid, "SIGSTOP"); // so that it cannot follow its terminal
    await world.lab.tmux.run("kill-session", "-t", `=${name}`);
    const gone = await told(world, `Session ${name} is gone.`);
    if (!labels(gone).includes("Resume")) return expect(labels(gone)).toContain("End them");
    world.person.taps(gone.id, "Resume");
    const refused = await told(world, `Not resumed: ${name} is over, and its Claude Code still runs.`);
    expect(refused.text).toContain(`• ${pid} `);
    world.person.taps(refused.id, "End them");
    await becomes(world, refused, (one) => one.text.includes("Ended: nothing of it runs any more."));
    world.person.taps(refused.id, "Resume");
    await clearedUp(world, await resumed(world, name));
  });

  it("that Claude Code does not keep any more is refused, and nothing is begun", async ({ open }) => {
    const world = await open();
    world.lab.api.script("wait for it", [endless]);
    const name = await launch(world, "wait for it");
    await screen(world, name, "endless");
    await crashed(world, name);
    await endTools(world, name);
    await rm(join(world.lab.home, ".claude", "projects"), { recursive: true });
    const said = await answer(world, world.person.sends(`/resume ${name}`));
    expect(said.text).toMatch(/^Not started: Its conversation is gone/);
    expect(await readdir(join(world.jamaHome, "sessions"))).toEqual([name]);
  });

  it("8, 9: is taken up once, whatever is tapped twice and however the bot dies on the way", async ({
    open,
  }) => {
    const world = await open({ settings: { JAMA_IDLE_GRACE_SECONDS: "30" } });
    world.lab.api.script("wait for it", [endless, endless, say("Done.")]);
    const name = await launch(world, "wait for it");
    await screen(world, name, "endless");
    const gone = await crashed(world, name);
    await endTools(world, name);
    await allSaid(world);
    world.person.taps(gone.id, "Resume");
    await waitFor(async () => (await world.lab.tmux.list()).length > 0, { everyMs: 2 });
    await world.bots.at(-1)?.kill();
    await world.start();
    const next = await resumed(world, name);
    world.person.sends(`/resume ${name}`);
    await told(world, `It goes on already, in ${next}.`);
    expect(await world.lab.tmux.list()).toEqual([next]);
    expect((await readdir(join(world.jamaHome, "sessions"))).sort()).toEqual([name, next].sort());
    await stopByButton(world, next);
  });
});
