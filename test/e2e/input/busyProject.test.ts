/** Two tasks for one project: the second one is asked about, and each answer does what it says. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { StoredMessage } from "../../../src/botapi/world/message.ts";
import { bash, say } from "../../../src/modelapi/index.ts";
import { answer, botSays, completed, labels, launched, rewritten } from "../../support/jama/chat.ts";
import { sessionsOf } from "../../support/jama/knownSessions.ts";
import type { World } from "../../support/jama/world.ts";
import { useWorlds } from "../../support/jama/worlds.ts";

const open = useWorlds();
const gate = (name: string) => bash(`until [ -e ${name} ]; do sleep 0.1; done`);
const opens = (world: World, name: string) => writeFile(join(world.lab.project.path, name), "");

/** One session at work, and the question about a second task. */
async function busy(): Promise<{ world: World; first: string; asked: StoredMessage }> {
  const world = await open({ settings: { JAMA_IDLE_GRACE_SECONDS: "1" } });
  world.lab.api.script("fix the login", [gate("one"), say("Login fixed.")]);
  world.lab.api.script("fix the footer", [gate("two"), say("Footer fixed.")]);
  const messages = [
    world.person.sends("webapp: fix the login"),
    world.person.sends("webapp: fix the footer"),
  ];
  const first = await launched(world);
  const asked = await botSays(world, "webapp is busy:");
  expect(messages.map((one) => one.id)).toContain(asked.replyTo);
  expect(labels(asked)).toEqual(["Beside it", "After it", "Cancel"]);
  expect(await sessionsOf(world)).toHaveLength(1);
  return { world, first, asked };
}

it("two tasks at once for one project: [Beside it] runs both", async () => {
  const { world, first, asked } = await busy();
  world.person.taps(asked.id, "Beside it");
  world.person.taps(asked.id, "Beside it");
  await rewritten(world, asked, "Started beside it.");
  const second = await launched(world, [first]);
  for (const name of ["one", "two"]) await opens(world, name);
  await Promise.all([completed(world, first), completed(world, second)]);
  expect(await sessionsOf(world)).toHaveLength(2);
});

it("two tasks at once for one project: [After it] starts when the first is over", async () => {
  const { world, first, asked } = await busy();
  for (const name of ["two"]) await opens(world, name);
  world.person.taps(asked.id, "After it");
  await rewritten(world, asked, "Queued: it starts when its turn comes.");
  const queued = await botSays(world, "Queued: ");
  expect(queued.text).toContain(`It starts after ${first}.`);
  expect(await world.lab.tmux.list()).toEqual([first]);
  await opens(world, "one");
  await completed(world, first);
  const second = await launched(world, [first]);
  await completed(world, second);
});

it("two tasks at once for one project: [Cancel] starts nothing", async () => {
  const { world, first, asked } = await busy();
  world.person.taps(asked.id, "Cancel");
  await rewritten(world, asked, "Cancelled. Nothing was started.");
  const said = await answer(world, world.person.sends("/sessions"));
  expect(said.text.match(/^claude-/gm)).toEqual(["claude-"]);
  expect(await world.lab.tmux.list()).toEqual([first]);
});
