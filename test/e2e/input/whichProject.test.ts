/** Where the project is not clear, the person is asked; the tap goes on with what they wrote, also after a restart. */
import { expect, it } from "vitest";
import { say } from "../../../src/modelapi/index.ts";
import {
  answer,
  completed,
  labels,
  launched,
  launchedNames,
  rewritten,
  taskFile,
} from "../../support/jama/chat.ts";
import { sessionsOf } from "../../support/jama/knownSessions.ts";
import { useWorlds } from "../../support/jama/worlds.ts";

const open = useWorlds();

it("8, 9: an ambiguous project is asked with buttons, and a tap after a crash goes on with the request, once", async () => {
  const world = await open({ more: ["web shop", "billing"], start: false });
  const first = await world.start();
  world.lab.api.script("fix the login", [say("Fixed.")]);
  const asked = await answer(world, world.person.sends("fix the login"));
  expect(asked.text.split("\n")).toEqual(expect.arrayContaining(["Which project?", "fix the login"]));
  expect(labels(asked)).toEqual(["billing", "web shop", "webapp", "Cancel"]);

  await first.kill();
  await world.start();
  world.person.taps(asked.id, "web shop");
  world.person.taps(asked.id, "web shop");
  world.person.taps(asked.id, "billing");
  const name = await launched(world);
  expect(name).toMatch(/^claude-web-shop-/);
  expect(await taskFile(world, name)).toBe("fix the login");
  await completed(world, name);
  await world.server.waitUntil(() => world.server.unansweredQueries().length === 0);
  const after = world.server.chat(asked.chatId).message(asked.id);
  expect(labels(after)).toEqual([]);
  expect(after.text).toMatch(/^(Project: web-shop|This question is settled already)\.$/);
  expect(launchedNames(world)).toEqual([name]);
  expect(await sessionsOf(world)).toHaveLength(1);
});

it("an unknown project is asked for, and Cancel starts nothing and shows the words again", async () => {
  const world = await open({ more: ["billing"] });
  const asked = await answer(world, world.person.sends("in the warehouse project: fix the login"));
  expect(asked.text).toContain("Which project?");
  world.person.taps(asked.id, "Cancel");
  const cancelled = await rewritten(world, asked, "Cancelled. Nothing was started.");
  expect(cancelled.text).toContain("fix the login");
  expect(labels(cancelled)).toEqual([]);
  expect(await sessionsOf(world)).toEqual([]);
});

it("without any project the person is told what would be one", async () => {
  const world = await open({ settings: { JAMA_PROJECTS_DIR: "/nonexistent" } });
  const said = await answer(world, world.person.sends("fix the login"));
  expect(said.text).toMatch(/^Not started: I know no project yet\. .*JAMA_PROJECTS_DIR/);
  expect((await answer(world, world.person.sends("/projects"))).text).toContain("None yet.");
  expect(await sessionsOf(world)).toEqual([]);
});
