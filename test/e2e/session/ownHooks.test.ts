/** Projects with hooks of their own, and projects that switch all hooks off. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { say } from "../../../src/modelapi/index.ts";
import {
  clearedUp,
  complete,
  journaled,
  labels,
  launch,
  quietFor,
  stopByButton,
  timesTold,
  told,
} from "../../support/jama/session.ts";
import { graceSeconds, type OpenStory, storyTest } from "../../support/jama/stories.ts";

const it = storyTest("hooks");

/** A Stop hook of the project that waits for a file and then sends Claude back to work, once. */
async function sendsBackOnce(open: OpenStory, sendBack: string): Promise<void> {
  const world = await open();
  const { folder, project, api } = world.lab;
  const [gate, sent] = [join(folder, "gate"), join(folder, "sent-back")];
  const wait = `until [ -e '${gate}' ]; do sleep 0.05; done`;
  const command = `[ -e '${sent}' ] && exit 0; ${wait}; touch '${sent}'; ${sendBack}`;
  const settings = { hooks: { Stop: [{ hooks: [{ type: "command", command }] }] } };
  await project.write({ ".claude/settings.json": JSON.stringify(settings) });
  api.script("add pagination", [say("Added, not linted."), say("Added and linted.")]);
  const name = await launch(world, "add pagination");
  await journaled(world, name, "Added, not linted.");
  expect(timesTold(world, "complete.")).toBe(0);
  await writeFile(gate, "");
  const done = await complete(world, name);
  expect(done.original.text).toContain("Added and linted.");
  await clearedUp(world, name);
  expect(timesTold(world, "complete.")).toBe(1);
  expect(timesTold(world, "too early")).toBe(0);
}

describe.concurrent("a project", () => {
  it("2: whose Stop hook ends with 2 is complete after the second Stop only", ({ open }) =>
    sendsBackOnce(open, "echo 'Run the linter too' >&2; exit 2"));

  it("2: whose Stop hook blocks by its answer is complete after the second Stop only", ({ open }) =>
    sendsBackOnce(open, `echo '{"decision":"block","reason":"Run the linter too"}'`));

  it("1, 2: that switches hooks off is named; the end is told as not certain, and nothing torn down", async ({
    open,
  }) => {
    const world = await open();
    const { project, api } = world.lab;
    await project.write({ ".claude/settings.json": '{"disableAllHooks": true}' });
    api.script("add pagination", [say("Added.")]);
    const name = await launch(world, "add pagination");
    const launched = await told(world, "Session launched");
    const file = join(project.path, ".claude", "settings.json");
    expect(launched.text).toContain(`Hooks are switched off (disableAllHooks in ${file})`);
    const end = await told(world, `Session ${name} seems complete; not every sign could confirm it`);
    expect(end.silent).toBe(false);
    expect(end.text).toContain("Added.");
    await quietFor(world, name, graceSeconds);
    expect(await world.lab.tmux.list()).toEqual([name]);
    expect(timesTold(world, "seems complete")).toBe(1);
    expect(labels(end)).toContain("Stop");
    await stopByButton(world, name);
  });
});
