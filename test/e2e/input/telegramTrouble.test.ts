/** Telegram and the network fail now and then: nothing is lost, nothing is launched twice, the order stays. */
import { expect, it } from "vitest";
import { faults } from "../../../src/botapi/faults/faults.ts";
import { bash, say } from "../../../src/modelapi/index.ts";
import { answer, botSays, completed, launched, launchedNames, rewritten } from "../../support/jama/chat.ts";
import { sessionsOf } from "../../support/jama/knownSessions.ts";
import { useWorlds } from "../../support/jama/worlds.ts";

const open = useWorlds();

it("8: 429, 500, a broken proxy and a lost answer on the way: every message arrives, and one session does the work", async () => {
  const world = await open({ forgets: true }); // the place of the message whose answer was lost
  const plan = world.server.faults;
  world.lab.api.script("fix the login", [say("Fixed.")]);
  plan.next("sendMessage", faults.tooManyRequests(1));
  plan.next("sendMessage", faults.serverError());
  plan.next("sendMessage", faults.badGateway());
  plan.next("getUpdates", faults.serverError());
  plan.next("editMessageText", faults.tooManyRequests(1));
  world.person.sends("webapp: fix the login");
  const name = await launched(world);
  plan.next("sendMessage", faults.lostAnswer());
  await completed(world, name);
  await botSays(world, "Cleared up: nothing of it runs any more.");
  await world.server.waitUntil(() => plan.left === 0);
  expect(launchedNames(world)).toEqual([name]);
  expect(await sessionsOf(world)).toHaveLength(1);
});

it("8: what is asked and what ends while the network is down is told once it is back, in order", async () => {
  const world = await open();
  const { server, person, lab } = world;
  lab.api.script("fix the login", [bash("until [ -e go ]; do sleep 0.1; done"), say("Fixed.")]);
  person.sends("webapp: fix the login");
  const name = await launched(world);
  await lab.api.waitForRequest((one) => one.kind === "main" && one.answer !== undefined);
  server.networkDown();
  await lab.project.write({ go: "" });
  const asked = ["/projects", "/sessions", "/help"].map((text) => person.sends(text));
  await lab.api.waitForRequest((one) => one.kind === "main" && one.body.messages.length > 2);
  server.networkUp();
  const answers = await Promise.all(asked.map((one) => answer(world, one)));
  await completed(world, name);
  const ids = answers.map((one) => one.id);
  expect(ids).toEqual(ids.toSorted((one, other) => one - other));
  expect(answers.map(({ text }) => text)).toEqual([
    expect.stringContaining("webapp"),
    expect.stringContaining(name),
    expect.stringContaining("/help"),
  ]);
  expect(server.chat(person.id).fromBot.filter((one) => one.text.includes("complete."))).toHaveLength(1);
  expect(await sessionsOf(world)).toHaveLength(1);
});

it("8: a tap whose answers fail is acted on all the same, and a file that cannot be fetched is told", async () => {
  const world = await open({ more: ["billing"] });
  const { server, person, lab } = world;
  lab.api.script("fix the login", [say("Fixed.")]);
  const asked = await answer(world, person.sends("fix the login"));
  server.faults.next("editMessageText", faults.serverError());
  server.faults.next("editMessageText", faults.lostAnswer());
  person.taps(asked.id, "billing");
  await completed(world, await launched(world));
  await rewritten(world, asked, "Project: billing.");

  server.faults.next("getFile", faults.serverError());
  const said = await answer(world, person.sendsDocument("task.md", "webapp: fix the login"));
  expect(said.text).toBe("task.md could not be fetched from Telegram. Send it again, please.");
  expect(await sessionsOf(world)).toHaveLength(1);
});
