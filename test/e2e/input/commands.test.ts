/** Everything that can be asked, by command, by button and in plain words, understood by the rules. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { StoredMessage } from "../../../src/botapi/world/message.ts";
import { bash } from "../../../src/modelapi/index.ts";
import { processesWithMarker } from "../../support/claude/processes.ts";
import {
  answer,
  labels,
  launched,
  launchedNames,
  launchMessage,
  rewritten,
} from "../../support/jama/chat.ts";
import { sessionsOf, whenOver } from "../../support/jama/knownSessions.ts";
import type { World } from "../../support/jama/world.ts";
import { useWorlds } from "../../support/jama/worlds.ts";

const open = useWorlds(afterAll);
let world: World;
beforeAll(async () => {
  world = await open({ more: ["billing"] });
});

const asks = (text: string): Promise<StoredMessage> => answer(world, world.person.sends(text));
/** What a tap on a message says in a message of its own. */
const taps = async (message: StoredMessage, label: string): Promise<StoredMessage> => {
  const before = world.server.chat(message.chatId).last?.id ?? 0;
  world.person.taps(message.id, label);
  return world.server.waitFor(message.chatId, (one) => one.fromBot && one.id > before);
};

it.each(["/start", "/start@jama_test_bot"])("%s says what this is and what to write", async (text) => {
  const said = (await asks(text)).text;
  expect(said).toContain("I run Claude Code for you.");
  expect(said).toContain("I know 2 projects: /projects. More: /help");
});

it.each(["/help", "what can you do?"])("%s names every command", async (text) => {
  const said = (await asks(text)).text;
  for (const name of ["/help", "/projects", "/sessions", "/status", "/stop", "/why"])
    expect(said).toContain(`${name}  `);
});

it.each(["/projects", "which projects do you know?"])("%s lists the projects", async (text) => {
  expect((await asks(text)).text).toMatch(/billing[\s\S]*webapp/);
});

it.each(["/sessions", "what's running?", "/status", "how is it going?"])(
  "with nothing running, %s says so",
  async (text) => {
    expect((await asks(text)).text).toContain("Nothing runs. Write a task to start something.");
  },
);

it.each(["/stop", "stop it", "/stop webapp"])("with nothing running, %s says so", async (text) => {
  expect((await asks(text)).text).toContain("Nothing runs that could be stopped.");
});

it("12: a running session is shown and stopped by command, button and words; No keeps it, Yes ends it, proven", async () => {
  world.lab.api.script("fix the login", [bash("sleep 19"), bash("sleep 19"), bash("sleep 19")]);
  world.person.sends("webapp: fix the login");
  const name = await launched(world);
  await world.lab.api.waitForRequest((one) => one.kind === "main" && one.answer !== undefined);

  for (const text of ["/status", "/status webapp", `/status ${name}`, "how is webapp doing?"]) {
    const card = await asks(text);
    expect([text, card.text.split("\n")[0]]).toEqual([text, name]);
    expect(card.text).toContain("Task: fix the login");
    expect(labels(card)).toEqual(["Status", "Stop"]);
  }
  const list = await asks("/sessions");
  const card = await taps(list, `Status: ${name.replace("claude-", "")}`);
  expect((await taps(card, "Status")).text.split("\n")[0]).toBe(name);
  const attach = await taps(await launchMessage(world, name), "Attach");
  expect(world.person.copies(attach.id, "Copy")).toContain(`attach -t ${name}`);

  for (const text of ["/stop", "/stop webapp", "stop webapp"]) {
    const sure = await asks(text);
    expect([text, sure.text.split("\n")[0]]).toEqual([text, `Stop ${name}?`]);
    world.person.taps(sure.id, "No");
    await rewritten(world, sure, `${name} keeps running.`);
  }
  expect(await world.lab.tmux.list()).toEqual([name]);
  const old = await asks("/stop");

  const sure = await taps(await launchMessage(world, name), "Stop");
  world.person.taps(sure.id, "Yes, stop it");
  await rewritten(world, sure, `${name} is stopped.`);
  expect(await processesWithMarker(name, world.lab.home)).toEqual([]);
  expect(await world.lab.tmux.list()).toEqual([]);
  await whenOver(world, name);
  expect(await sessionsOf(world)).toHaveLength(1);
  await world.server.waitUntil(() => labels(world.server.chat(old.chatId).message(old.id)).length === 0);
  expect((await asks("/status")).text).toContain("Nothing runs.");
});

it("/stop with two sessions asks which one, and stops only that", async () => {
  world.lab.api.script("fix the", [bash("sleep 19"), bash("sleep 19")]);
  const known = launchedNames(world);
  world.person.sends("webapp: fix the footer");
  const one = await launched(world, known);
  world.person.sends("billing: fix the sums");
  const other = await launched(world, [...known, one]);
  const which = await asks("/stop");
  expect(which.text).toBe("Stop which one?");
  const button = labels(which).find((label) => label.startsWith("billing-")) ?? "";
  world.person.taps(which.id, button);
  const sure = await rewritten(world, which, "?\nIt is");
  expect(sure.text.split("\n")[0]).toBe(`Stop ${other}?`);
  world.person.taps(which.id, "Yes, stop it");
  await rewritten(world, which, `${other} is stopped.`);
  expect(await world.lab.tmux.list()).toEqual([one]);
});
