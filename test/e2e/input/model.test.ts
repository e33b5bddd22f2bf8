/** With a key the model says what is meant; where it does not, the rules do, and the person is told. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { fail, json, type Step, say, think } from "../../../src/modelapi/index.ts";
import {
  answer,
  completed,
  labels,
  launched,
  launchedNames,
  launchMessage,
  taskFile,
} from "../../support/jama/chat.ts";
import { sessionsOf } from "../../support/jama/knownSessions.ts";
import { testKey, type World } from "../../support/jama/world.ts";
import { useWorlds } from "../../support/jama/worlds.ts";

const open = useWorlds(afterAll);
const projects = ["web shop", "billing", "docs", "mobile"];
let world: World;
beforeAll(async () => {
  world = await open({ more: projects, settings: { ANTHROPIC_API_KEY: testKey } });
  world.lab.api.sideCall("summarize", "You word the end of a coding session", [
    json({ verdict: "done", sentences: ["The model worded this."] }),
  ]);
});

const meaning = {
  intent: "launch",
  confidence: "high",
  project: null,
  projectConfidence: "low",
  candidates: [],
  session: null,
  drop: "",
  model: null,
  permissionMode: null,
};
/** From now on the model understands messages so. */
const understands = (...steps: Step[]) =>
  world.lab.api.sideCall("interpret", "You route messages for Jama", steps);

async function launchedBy(text: string): Promise<{ name: string; said: string }> {
  const known = launchedNames(world);
  world.person.sends(text);
  const name = await launched(world, known);
  return { name, said: (await launchMessage(world, name)).text };
}

it("the model finds the project that the words only hint at, and drops what is no part of the task", async () => {
  understands(
    json({ ...meaning, project: "web-shop", projectConfidence: "high", drop: "Hey you, for the boutique:" }),
  );
  world.lab.api.script("sort the shirts", [say("Sorted.")]);
  const { name, said } = await launchedBy("Hey you, for the boutique: sort the shirts");
  expect(name).toMatch(/^claude-web-shop-/);
  expect(said).not.toContain("Understood by rules");
  expect(await taskFile(world, name)).toBe("sort the shirts");
  const done = await completed(world, name);
  await world.server.waitUntil(() =>
    world.server.chat(done.chatId).message(done.id).text.includes("The model worded this."),
  );
});

it("a model that is not sure of the project makes the person be asked, likeliest first", async () => {
  understands(json({ ...meaning, candidates: ["docs", "mobile"] }));
  const asked = await answer(world, world.person.sends("translate the screens"));
  expect(labels(asked)).toEqual(["docs", "mobile", "Another", "Cancel"]);
  world.person.taps(asked.id, "Cancel");
});

it.each<[string, string, Step[], string]>([
  ["does not answer in time", "billing", [think(60_000), say("Too late.")], "it did not answer in time"],
  ["answers nonsense", "docs", [say("Sure, I can help with that!")], "its answer made no sense"],
  [
    "names a project that is not there",
    "mobile",
    [json({ ...meaning, project: "prod" })],
    "its answer made no sense",
  ],
  ["fails with 500", "webapp", [fail(500, "api_error", "boom", { times: 9 })], "it could not be reached"],
])(
  "when the model %s, the rules understand instead and the person is told why",
  async (_, project, steps, why) => {
    understands(...steps);
    world.lab.api.script("fix the sums", [say("Fixed.")]);
    const { name, said } = await launchedBy(`${project}: fix the sums`);
    expect(name).toMatch(new RegExp(`^claude-${project}-`));
    expect(said).toContain(`(Understood by rules, without the model: ${why}.)`);
    expect(await taskFile(world, name)).toBe("fix the sums");
  },
  60_000,
);

it("13: a model that says to stop what the words do not name ends nothing unasked", async () => {
  const before = (await sessionsOf(world)).length;
  understands(json({ ...meaning, intent: "stop", session: null }));
  const said = await answer(world, world.person.sends("docs: tidy up the stop button"));
  expect(said.text).not.toContain("is stopped");
  expect(await sessionsOf(world)).toHaveLength(before);
  expect(JSON.stringify(world.lab.api.requests.at(-1)?.headers)).not.toContain(testKey);
});
