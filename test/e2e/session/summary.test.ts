/** Sentences of the model around a completion: they come by an edit, may hold a teardown back, and may be missing. */
import { describe, expect } from "vitest";
import { fail, json, type Step, say } from "../../../src/modelapi/index.ts";
import { testKey } from "../../support/claude/environment.ts";
import {
  becomes,
  clearedUp,
  complete,
  launch,
  quietFor,
  stopByButton,
  timesTold,
  told,
} from "../../support/jama/session.ts";
import { graceSeconds, type OpenStory, projectOf, storyTest } from "../../support/jama/stories.ts";
import type { World } from "../../support/jama/world.ts";

const it = storyTest("summary");

/** A world with a key, whose model understands the launch and words completions like that. */
async function openWorded(open: OpenStory, words: Step, lastMessage: string): Promise<World> {
  const world = await open({ settings: { ANTHROPIC_API_KEY: testKey } });
  const { api } = world.lab;
  const meant = {
    intent: "launch",
    confidence: "high",
    project: projectOf(world),
    projectConfidence: "high",
    candidates: [],
    session: null,
    drop: "have Claude Code ",
    model: null,
    permissionMode: null,
  };
  api.sideCall("interpret", "You route messages for Jama", [json(meant)]);
  api.sideCall("word", "You word the end of a coding session", [words]);
  api.script("add pagination", [say(lastMessage)]);
  return world;
}

describe.concurrent("a completion", () => {
  it("4, 5: gets its sentences by an edit, from one call that saw the measured facts", async ({ open }) => {
    const sentences = ["Three endpoints page by cursor now.", "Old clients go on as before."];
    const world = await openWorded(open, json({ verdict: "done", sentences }), "I added pagination.");
    const name = await launch(world, "add pagination");
    const done = await complete(world, name);
    expect(done.original.text).toContain("I added pagination.");
    await becomes(world, done, (one) => one.text.includes(sentences.join(" ")));
    await clearedUp(world, name);
    const calls = world.lab.api.requests.filter((one) => one.script === "word");
    expect(calls).toHaveLength(1);
    expect(JSON.stringify(calls[0]?.body.messages)).toContain("filesChanged");
    expect(timesTold(world, "complete.")).toBe(1);
  });

  it("1: that the model takes for a question is told once more, loudly, and not torn down", async ({
    open,
  }) => {
    const words = json({ verdict: "needs-reply", sentences: ["It wants to know the page size."] });
    const world = await openWorded(open, words, "Added. Tell me the page size and I go on.");
    const name = await launch(world, "add pagination");
    const asks = await world.server.waitFor(world.person.id, (one) =>
      one.original.text.startsWith(`Session ${name} asks you something. It stays open.`),
    );
    expect(asks.silent).toBe(false);
    await quietFor(world, name, graceSeconds);
    expect(await world.lab.tmux.list()).toEqual([name]);
    expect(timesTold(world, "asks you something")).toBe(1);
    await stopByButton(world, name);
  });

  it("4: stands with the last message when the model is down, and is torn down all the same", async ({
    open,
  }) => {
    const down = fail(529, "overloaded_error", "Overloaded", { times: 1_000 });
    const world = await openWorded(open, down, "I added pagination.");
    const name = await launch(world, "add pagination");
    await complete(world, name);
    await clearedUp(world, name);
    expect((await told(world, "Cleared up")).text).toContain("I added pagination.");
    expect(timesTold(world, "complete.")).toBe(1);
  });
});
