/** Everything that waits for the person: told loudly with its content, once, and settled at the desk. */
import { describe, expect } from "vitest";
import type { StoredMessage } from "../../../src/botapi/world/message.ts";
import { ask, bash, plan, say, write } from "../../../src/modelapi/index.ts";
import {
  answerDialog,
  becomes,
  clearedUp,
  complete,
  labels,
  launch,
  screen,
  stopByButton,
  timesTold,
  told,
} from "../../support/jama/session.ts";
import { storyTest } from "../../support/jama/stories.ts";
import type { World } from "../../support/jama/world.ts";

const it = storyTest("dialogs");
const style = {
  question: "Which pagination style?",
  header: "Style",
  options: [
    { label: "Cursor", description: "stable" },
    { label: "Offset", description: "simple" },
  ],
};

/** The message about it, loud and with buttons; after the key was pressed at the desk: without, and work goes on. */
async function settledAtDesk(
  world: World,
  name: string,
  { says, shows, keys }: { says: string | RegExp; shows: string | RegExp; keys: readonly string[] },
): Promise<void> {
  const asked = await told(world, says);
  expect(asked.silent).toBe(false);
  expect(labels(asked)).toEqual(["Attach", "Stop"]);
  await answerDialog(world, name, shows, ...keys);
  await becomes(world, asked, (one) => one.buttons.length === 0);
  await complete(world, name);
  await clearedUp(world, name);
  expect(timesTold(world, says)).toBe(1);
}

describe.concurrent("what only a person can answer", () => {
  it("2, 6: a question comes with its options", async ({ open }) => {
    const world = await open();
    world.lab.api.script("add pagination", [ask([style]), say("Cursor it is.")]);
    const name = await launch(world, "add pagination");
    const { text } = await told(world, "Which pagination style?");
    expect(text).toContain("• Cursor: stable\n• Offset: simple");
    await settledAtDesk(world, name, { says: "Which pagination style?", shows: "1. Cursor", keys: ["1"] });
  });

  it("2, 6: a command that needs permission comes with the command", async ({ open }) => {
    const world = await open({ settings: { CLAUDE_PERMISSION_MODE: "acceptEdits" } });
    world.lab.api.script("clean up", [bash("node -e 1", { description: "Clean" }), say("Clean.")]);
    const name = await launch(world, "clean up");
    const says = "may it use Bash?\nnode -e 1";
    await settledAtDesk(world, name, { says, shows: "Do you want to", keys: ["1"] });
  });

  it("2, 6: a file to be written in manual mode comes with its path", async ({ open }) => {
    const world = await open({ settings: { CLAUDE_PERMISSION_MODE: "manual" } });
    const path = `${world.lab.project.path}/new.ts`;
    world.lab.api.script("add a file", [write(path, "export {};\n"), say("Written.")]);
    const name = await launch(world, "add a file");
    await settledAtDesk(world, name, { says: `may it use Write?\n${path}`, shows: "new.ts?", keys: ["1"] });
    expect((await complete(world, name)).text).toContain("1 file changed.");
  });

  it("2, 6: a plan comes whole", async ({ open }) => {
    const world = await open({ settings: { CLAUDE_PERMISSION_MODE: "plan" } });
    world.lab.api.script("add pagination", [plan("# Plan\n\n1. Measure\n2. Cut"), say("Cut.")]);
    const name = await launch(world, "add pagination");
    expect((await told(world, "it has a plan")).text).toContain("1. Measure\n2. Cut");
    await settledAtDesk(world, name, { says: "it has a plan", shows: /2\. Yes/, keys: ["2"] });
  });

  it("7: trust in a folder is asked for with the screen, and nothing is pressed", async ({ open }) => {
    const world = await open({ trusted: false });
    world.lab.api.script("look around", [say("Looked.")]);
    const name = await launch(world, "look around");
    const { text } = await told(world, "a dialog that only you can answer");
    expect(text).toContain("Do you trust this folder?");
    expect(text).toContain(world.lab.project.path);
    await screen(world, name, "Yes, I trust this folder");
    expect(world.lab.api.requests.filter((one) => one.kind === "main")).toEqual([]);
    const says = "a dialog that only you can answer";
    await settledAtDesk(world, name, { says, shows: "Yes, I trust", keys: ["Down", "Enter"] });
  });

  it("2: no trust ends the session: told with what the screen showed", async ({ open }) => {
    const world = await open({ trusted: false });
    const name = await launch(world, "look around");
    const asked = await told(world, "a dialog that only you can answer");
    await answerDialog(world, name, "No, exit", "Enter");
    const { text } = await told(world, `Session ${name} did not start`);
    expect(text).toContain("this folder isn't trusted");
    await becomes(world, asked, (one) => one.buttons.length === 0);
  });

  it("2: a task that only opens a menu is told with the screen, and can be stopped", async ({ open }) => {
    const world = await open();
    world.person.sends("/config");
    const { text } = await told(world, /^Session launched: /);
    const menu = await told(world, "a dialog that only you can answer");
    expect(menu.silent).toBe(false);
    const shown = ({ text, media }: StoredMessage) => text + Buffer.from(media?.file.content ?? []);
    await world.server.waitFor(world.person.id, (one) => shown(one).includes("Search settings"));
    await stopByButton(world, /^Session launched: (\S+)/.exec(text)?.[1] ?? "");
  });
});
