/** A task that comes as a file: Claude Code gets all of it, also where it is too long for an argument. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { lastResult, type ModelRequest, say, tool, userTexts } from "../../../src/modelapi/index.ts";
import { answer, completed, labels, launched, taskFile } from "../../support/jama/chat.ts";
import type { World } from "../../support/jama/world.ts";
import { useWorlds } from "../../support/jama/worlds.ts";

const open = useWorlds();
const lines = 3_000;
const line = (_: unknown, at: number) =>
  `${at}: keep "quotes", $(touch pwned), \`ticks\`, \\ and ünïcödé 👩‍💻 as they are\n`;
const long = `# Task\n\n${Array.from({ length: lines }, line).join("")}\nThe last word is: walrus.\n`;
const pointer = /in the file (\S.*\/work\/task\.md)\. Read the whole of it, then do it\.$/;

/** Reads the end of the file that its prompt names, as a real model would. */
function readsTheEnd({ body }: ModelRequest) {
  const path = pointer.exec(userTexts(body)[0] ?? "")?.[1] ?? "";
  return tool("Read", { file_path: path, offset: lines - 10, limit: 50 });
}

async function expectReadWhole(world: World, name: string, task: string): Promise<void> {
  await completed(world, name);
  const own = join(world.jamaHome, "sessions", name, "work", "task.md");
  expect(await taskFile(world, name)).toBe(task);
  expect(await readFile(own, "utf8")).toBe(task);
  const main = world.lab.api.requests.filter(
    ({ kind, body }) => kind === "main" && userTexts(body)[0]?.includes(own),
  );
  expect(main.map(({ body }) => lastResult(body)).join("\n")).toContain("The last word is: walrus.");
}

it("a task of 200 kB in a document is handed over whole, with its caption and without one", async () => {
  expect(Buffer.byteLength(long)).toBeGreaterThan(200_000);
  const world = await open({ more: ["billing"] });
  world.lab.api.script("billing-", [readsTheEnd, say("Read.")]);
  world.lab.api.script("webapp-", [readsTheEnd, say("Read.")]);
  const asked = await answer(world, world.person.sendsDocument("task.md", long));
  expect(asked.text.split("\n")[0]).toBe("Which project?");
  expect(labels(asked)).toEqual(["billing", "webapp", "Cancel"]);
  world.person.taps(asked.id, "billing");
  const first = await launched(world);

  world.person.sendsDocument("notes.txt", long, "webapp: do what the file says");
  const second = await launched(world, [first]);
  await expectReadWhole(world, first, long);
  await expectReadWhole(world, second, `do what the file says\n\n${long}`);
});
