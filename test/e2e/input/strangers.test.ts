/** Only listed people are heard, and only where they may be (invariant 10): all else is silence, also for buttons. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Chat } from "../../../src/botapi/driver/chat.ts";
import type { Person } from "../../../src/botapi/driver/person.ts";
import { say } from "../../../src/modelapi/index.ts";
import { answer, completed, launched, launchedNames } from "../../support/jama/chat.ts";
import { sessionsOf } from "../../support/jama/knownSessions.ts";
import type { World } from "../../support/jama/world.ts";
import { useWorlds } from "../../support/jama/worlds.ts";

const open = useWorlds(afterAll);
let world: World;
let listed: Chat;
let unlisted: Chat;
let stranger: Person;
beforeAll(async () => {
  world = await open({ start: false, more: ["billing"] });
  const { server, person } = world;
  listed = server.group({ title: "Team", botIsAdmin: true });
  unlisted = server.group({ title: "Others", botIsAdmin: true });
  stranger = server.user({ id: 666, firstName: "Mallory" });
  for (const group of [listed, unlisted]) for (const one of [person, stranger]) one.joins(group);
  await world.start({ TELEGRAM_ALLOWED_CHATS: String(listed.id) });
});

/** Once a heard message that came later is answered, all earlier ones were seen too. */
async function allSeen(): Promise<void> {
  await answer(world, world.person.sends("/projects"));
}

it("10: another user gets silence for text, commands, files and replies, in private and in every group", async () => {
  const heard = world.server.calls.length;
  for (const text of ["/start", "webapp: fix the login", "stop everything"]) stranger.sends(text);
  stranger.sendsDocument("task.md", "webapp: fix the login");
  stranger.sendsVoice();
  for (const chat of [listed, unlisted]) stranger.sends("/status", { chat });
  await allSeen();
  expect(world.server.chat(stranger.id).fromBot).toEqual([]);
  expect([...listed.fromBot, ...unlisted.fromBot]).toEqual([]);
  expect(world.server.calls.slice(heard).filter((call) => call.method === "sendMessage")).toHaveLength(1);
  expect(await sessionsOf(world)).toEqual([]);
});

it("10: a listed user gets silence in a group that is not listed", async () => {
  world.person.sends("/start", { chat: unlisted });
  world.person.sends("webapp: fix the login", { chat: unlisted });
  await allSeen();
  expect(unlisted.fromBot).toEqual([]);
  expect(await sessionsOf(world)).toEqual([]);
});

it("10: a listed user works in a listed group, and a stranger's taps and replies there do nothing", async () => {
  world.lab.api.script("fix the login", [say("Fixed.")]);
  const asked = await answer(world, world.person.sends("fix the login", { chat: listed }));
  const tap = stranger.taps(asked.id, "billing", { chat: listed });
  stranger.sends("webapp", { chat: listed, replyTo: asked.id });
  await allSeen();
  expect(tap.answer).toBeUndefined();
  expect(listed.message(asked.id).edits).toEqual([]);
  expect(launchedNames(world)).toEqual([]);

  world.person.taps(asked.id, "webapp", { chat: listed });
  const name = await launched(world, [], listed.id);
  expect(name).toMatch(/^claude-webapp-/);
  const done = await completed(world, name, listed.id);
  const stop = stranger.taps(done.id, "Stop", { chat: listed });
  await allSeen();
  expect(stop.answer).toBeUndefined();
  expect(listed.fromBot.some((one) => one.text.startsWith("Stop "))).toBe(false);
});
