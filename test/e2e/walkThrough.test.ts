/** The walk-through of the design, on real parts: message, launch, work, completion, teardown, nothing left. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { bash, say } from "../../src/modelapi/index.ts";
import { processesWithMarker } from "../support/claude/processes.ts";
import { waitFor } from "../support/claude/wait.ts";
import { openWorld, personId, type World } from "../support/jama/world.ts";

let world: World;
afterEach(() => world.close());

const request = "have Claude Code add pagination to the API endpoints in webapp";

/** Six files on a branch of their own, two commits, and tests that pass. */
const work = [
  bash(
    "git checkout -q -b feat/api-pagination && for n in 1 2 3; do echo $n > list$n.js; done && git add -A && git commit -qm one",
  ),
  bash(
    'for n in 4 5; do echo $n > list$n.js; done && echo \'require("node:test")("pages", () => {})\' > list.test.cjs && git add -A && git commit -qm two',
  ),
  bash("node --test"),
  say("Cursor-based pagination on the three list endpoints, with tests."),
];

async function sessionName(): Promise<string> {
  const launched = await world.server.waitFor(personId, (one) => one.text.startsWith("Session launched: "));
  return launched.text.split("\n")[0]?.replace("Session launched: ", "") ?? "";
}

async function expectNothingLeft(name: string): Promise<void> {
  await world.server.waitFor(personId, (one) => one.text.includes("Cleared up"));
  expect(await processesWithMarker(name, world.lab.home)).toEqual([]);
  expect(await world.lab.tmux.list()).toEqual([]);
}

it("1, 4, 12: one message becomes a session, its end a ping with measured facts, and nothing is left", async () => {
  world = await openWorld({ projectName: "webapp", settings: { JAMA_IDLE_GRACE_SECONDS: "2" } });
  world.lab.api.script("add pagination", work);
  world.person.sends(request);

  const name = await sessionName();
  expect(name).toMatch(/^claude-webapp-\d{8}-\d{6}$/);
  const launched = await world.server.waitFor(personId, (one) => one.text.startsWith("Session launched"));
  const [, dropIn, detach] = launched.text.split("\n");
  expect(dropIn).toBe(`Drop in: tmux -L ${world.lab.tmux.socket} attach -t ${name}`);
  expect(detach).toBe("Detach with Ctrl+B D to let it keep working.");
  expect(launched.buttons.flat().map((one) => one.text)).toEqual([
    "Attach",
    "Status",
    "Wrong project",
    "Stop",
  ]);

  const isMeasured = (text: string) => text.includes("complete.") && !text.includes("(still measuring)");
  const complete = await world.server.waitFor(personId, (one) => isMeasured(one.text));
  const [title, facts, words] = complete.text.split("\n");
  expect(title).toBe(`Session ${name} complete.`);
  expect(facts).toBe("6 files changed. All tests passing. Branch: feat/api-pagination");
  expect(words).toBe("Cursor-based pagination on the three list endpoints, with tests.");
  expect(complete.text).toContain("2 commits, no remote");
  expect(complete.silent).toBe(false);
  expect(complete.replyTo).toBe(launched.replyTo);

  await expectNothingLeft(name);
  const log = await readFile(join(world.jamaHome, "sessions", name, "terminal.log"), "utf8");
  // Claude Code moves the cursor instead of printing blanks.
  expect(log).toMatch(/Cursor-based\S+pagination/);
  expect(log).toContain('COMMAND_EXIT_CODE="143"');
  expect(world.server.unansweredQueries()).toEqual([]);
});

it("9: a bot that is killed in the middle reports the end when it is back, once, and launches nothing twice", async () => {
  world = await openWorld({ projectName: "webapp", start: false });
  const first = await world.start();
  const gate = bash(
    "until [ -e go ]; do sleep 0.1; done; rm go; git checkout -q -b feat/api-pagination; echo 1 > list1.js; git add -A; git commit -qm one",
  );
  world.lab.api.script("add pagination", [gate, say("Done while nobody looked.")]);
  const sent = world.person.sends(request);
  const name = await sessionName();
  await world.lab.api.waitForRequest((one) => one.kind === "main");
  await first.kill();

  await writeFile(join(world.lab.project.path, "go"), "");
  const events = join(world.jamaHome, "sessions", name, "events");
  await waitFor(async () => (await readdir(events)).some((one) => one.startsWith("Stop")));

  if (sent.updateId !== undefined) world.server.repeat(sent.updateId);
  await world.start();
  const complete = await world.server.waitFor(personId, (one) => one.text.includes("complete."));
  expect(complete.text).toContain("1 file changed.");
  await expectNothingLeft(name);
  const texts = world.server.chat(personId).fromBot.map((one) => one.text.split("\n")[0]);
  expect(texts).toEqual([`Session launched: ${name}`, `Session ${name} complete.`]);
});
