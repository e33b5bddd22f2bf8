/** Telegram repeats itself and people tap twice: each thing is done once (invariant 8). */
import { expect, it } from "vitest";
import { bash, say } from "../../../src/modelapi/index.ts";
import {
  answer,
  botSays,
  completed,
  labels,
  launched,
  launchedNames,
  launchMessage,
  rewritten,
  taskFile,
} from "../../support/jama/chat.ts";
import { sessionsOf, whenOver } from "../../support/jama/knownSessions.ts";
import type { World } from "../../support/jama/world.ts";
import { useWorlds } from "../../support/jama/worlds.ts";

const open = useWorlds();

/** The same update once more, and a question behind it: once that is answered, the repeated one was seen too. */
async function repeated(world: World, updateId: number | undefined): Promise<void> {
  world.server.repeat(updateId ?? 0);
  await answer(world, world.person.sends("/projects"));
}

it("8: an update that Telegram repeats is acted on once, also after a restart", async () => {
  const world = await open({ start: false });
  const first = await world.start();
  world.lab.api.script("fix the login", [say("Fixed.")]);
  const sent = world.person.sends("webapp: fix the login");
  const name = await launched(world);
  await repeated(world, sent.updateId);
  await completed(world, name);
  await first.stop();

  world.server.repeat(sent.updateId ?? 0);
  await world.start();
  await repeated(world, sent.updateId);
  await whenOver(world, name);
  expect(launchedNames(world)).toEqual([name]);
  expect(await sessionsOf(world)).toHaveLength(1);
});

it("8: a bot that is killed right after it took a message acts on it when it is back, once", async () => {
  const world = await open({ start: false });
  const first = await world.start();
  world.lab.api.script("fix the login", [say("Fixed.")]);
  const parts = world.person.sendsInParts(`webapp: fix the login ${"and more ".repeat(900)}end`);
  await world.server.waitUntil(() => world.server.pendingUpdates.length === 0);
  await first.kill();
  await world.start();
  const name = await launched(world);
  for (const part of parts) await repeated(world, part.updateId);
  expect(await taskFile(world, name)).toMatch(/^fix the login (and more ){900}end$/);
  await completed(world, name);
  expect(await sessionsOf(world)).toHaveLength(1);
});

it("8, 12: [Wrong project] moves the work: the first session is gone, and two taps begin one other", async () => {
  const world = await open({ more: ["billing", "docs"] });
  world.lab.api.script("fix the login", [bash("sleep 15"), say("Too late.")]);
  world.person.sends("webapp: fix the login\n$(and) the rest");
  const wrong = await launched(world);
  const message = await launchMessage(world, wrong);
  world.person.taps(message.id, "Wrong project");
  const which = await botSays(world, "Move the work to which project?");
  expect(labels(which)).toEqual(["billing", "docs", "Leave it"]);
  world.lab.api.script("fix the login", [say("Fixed.")]);
  world.person.taps(which.id, "billing");
  world.person.taps(which.id, "billing");
  world.person.taps(which.id, "docs");

  const right = await launched(world, [wrong]);
  expect(right).toMatch(/^claude-billing-/);
  expect(await taskFile(world, right)).toBe(await taskFile(world, wrong));
  await rewritten(world, which, "The work moved from webapp to billing.");
  expect(await world.lab.tmux.list()).not.toContain(wrong);
  await completed(world, right);
  await world.server.waitUntil(() => world.server.unansweredQueries().length === 0);
  expect((await sessionsOf(world)).map((one) => one.project)).toEqual(["webapp", "billing"]);
});

it("[Wrong project] and then [Leave it] leaves the work where it is", async () => {
  const world = await open({ more: ["billing"] });
  world.lab.api.script("fix the login", [say("Fixed.")]);
  world.person.sends("webapp: fix the login");
  const name = await launched(world);
  world.person.taps((await launchMessage(world, name)).id, "Wrong project");
  const which = await botSays(world, "Move the work to which project?");
  world.person.taps(which.id, "Leave it");
  await rewritten(world, which, "It stays in webapp.");
  await completed(world, name);
});
