/** The task is the person's own words: what is in task.md and what Claude Code begins with are those, byte for byte. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { say } from "../../../src/modelapi/index.ts";
import { completed, firstPrompt, launched, launchedNames, taskFile } from "../../support/jama/chat.ts";
import type { World } from "../../support/jama/world.ts";
import { useWorlds } from "../../support/jama/worlds.ts";

const open = useWorlds(afterAll);
let world: World;
beforeAll(async () => {
  world = await open({ more: ["second", "third", "fourth", "fifth", "sixth"] });
});

/** `shown`: the prompt, where Claude Code itself makes something else of the task. */
async function arrives(task: string, send: () => unknown, shown = task): Promise<void> {
  const known = launchedNames(world);
  world.lab.api.script(task.slice(0, 8), [say("Seen.")]);
  send();
  const name = await launched(world, known);
  expect(await taskFile(world, name)).toBe(task);
  const prompt = await firstPrompt(world, task.slice(0, 8));
  expect(prompt.endsWith(shown)).toBe(true);
  await completed(world, name);
}

const hostile = [
  `fix the "quotes", 'these', \`touch pwned\`, $(touch pwned), \${HOME} and \\n; rm -rf x && echo $?`,
  "\tline two:   blanks   kept",
  "",
  "-- --resume --help !! ~ * ? [a] <b> |",
  "👩‍💻 🏳️‍🌈 e\u0301 𝔘𝔫𝔦 שלום עולם مرحبا 漢字",
].join("\n");

it("quotes, dollars, newlines, emoji and right-to-left text arrive as they were sent", () => {
  const sent = hostile.replaceAll("\t", " "); // what Telegram makes of a tab
  return arrives(sent, () => world.person.sends(`webapp: ${hostile}`));
});

it("ESC bytes, tabs and carriage returns of a file are kept, and move no terminal", () => {
  const task = "read this \u001b[2J\u001b[31mred\u001b[0m\u0007\tlog\r\nand explain it\n";
  const shown = "read this [2J[31mred[0m\tlog\nand explain it\n"; // Claude Code 2.1.329 drops ESC, BEL and CR
  return arrives(task, () => world.person.sendsDocument("a.log", `second: ${task}`), shown);
});

it.each([
  ["a dash", "third", "--version is printed wrong, fix it"],
  ["a slash", "fourth", "/speckit.specify a login page\nwith two fields"],
])(
  "a task that begins with %s is a task like any other",
  (_, project, task) => {
    return arrives(task, () => world.person.sends(`${project}: ${task}`));
  },
  60_000,
);

it("4,096 characters are one task, and nobody waits for more", () => {
  const task = `fix ${"long ".repeat(1_000)}`.slice(0, 4_096 - "fifth: ".length - 1).concat(".");
  expect(`fifth: ${task}`).toHaveLength(4_096);
  return arrives(task, () => world.person.sends(`fifth: ${task}`));
});

it("9,000 characters that a phone cut in three are one task again, also where it cut at an emoji", () => {
  const task = `fix ${"x".repeat(4_096 - "sixth: fix ".length - 1)}👩‍💻 ${"ý and so on ".repeat(410)}end`;
  expect(task.length).toBeGreaterThan(9_000);
  return arrives(task, () => expect(world.person.sendsInParts(`sixth: ${task}`)).toHaveLength(3));
});
