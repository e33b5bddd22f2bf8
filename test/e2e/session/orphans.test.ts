/** 12: what outlives its session is found, told once and loud, and ended by a person's order only. */
import { spawn } from "node:child_process";
import { describe, expect } from "vitest";
import { bash, say } from "../../../src/modelapi/index.ts";
import { processesWithMarker } from "../../support/claude/processes.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { answer } from "../../support/jama/chat.ts";
import { whenOver } from "../../support/jama/knownSessions.ts";
import {
  allSaid,
  becomes,
  clearedUp,
  labels,
  launch,
  sessionFolder,
  timesTold,
  told,
} from "../../support/jama/session.ts";
import { storyTest } from "../../support/jama/stories.ts";
import { personId, type World } from "../../support/jama/world.ts";

const it = storyTest("orphan");
const outlived = "is over, and this of it still runs:";

/** A process as a session leaves it behind. */
async function leaveBehind(world: World, name: string): Promise<number> {
  const child = spawn("sleep", ["600"], {
    detached: true,
    stdio: "ignore",
    env: {
      PATH: process.env["PATH"],
      HOME: world.lab.home,
      JAMA_SESSION: name,
      JAMA_SESSION_FOLDER: sessionFolder(world, name),
    },
  });
  await waitFor(async () => (await processesWithMarker(name, world.lab.home)).length > 0);
  return child.pid ?? 0;
}

async function restart(world: World): Promise<void> {
  await allSaid(world);
  await world.bots.at(-1)?.kill();
  await world.start();
}

describe.concurrent("12: a process that outlived its session", () => {
  it("is told at the next look, once, and ended on a tap", async ({ open }) => {
    const world = await open();
    world.lab.api.script("add pagination", [say("Added.")]);
    const name = await launch(world, "add pagination");
    await clearedUp(world, name);
    await whenOver(world, name);
    const pid = await leaveBehind(world, name);
    await restart(world);
    const found = await told(world, `Session ${name} ${outlived}`);
    expect(found.silent).toBe(false);
    expect(found.text).toContain(`• ${pid} sleep 600`);
    expect(labels(found)).toEqual(["End them"]);
    await restart(world);
    expect(await processesWithMarker(name, world.lab.home)).toEqual([pid]);
    world.person.taps(found.id, "End them");
    await becomes(world, found, (one) => one.text.includes("Ended: nothing of it runs any more."));
    expect(timesTold(world, outlived)).toBe(1);
  });

  it("is told also where nothing is known of its session, and ended on a tap", async ({ open }) => {
    const world = await open();
    await answer(world, world.person.sends("/start")); // a bot may not speak first
    const name = "claude-webapp-20260101-101010";
    await leaveBehind(world, name);
    await restart(world);
    const found = await told(world, `Session ${name} ${outlived}`);
    expect(found.chatId).toBe(personId);
    world.person.taps(found.id, "End them");
    await becomes(world, found, (one) => one.text.includes("Ended: nothing of it runs any more."));
    expect(await processesWithMarker(name, world.lab.home)).toEqual([]);
  });

  it("is not told again when the end of its session named it", async ({ open }) => {
    const world = await open();
    const server = "setsid nohup node -e 'setInterval(() => {}, 1000)' >server.log 2>&1 </dev/null & disown";
    world.lab.api.script("start the server", [bash(server), say("It runs.")]);
    const name = await launch(world, "start the server");
    const left = await told(world, `Session ${name} is ended; what it detached on purpose still runs:`);
    await whenOver(world, name);
    await restart(world);
    world.person.taps(left.id, "End them");
    await becomes(world, left, (one) => one.text.includes("Ended: nothing of it runs any more."));
    expect(timesTold(world, outlived)).toBe(0);
  });
});
