/**
 * Transcripts that the real program wrote, in `test/fixtures/transcripts/<what the tests said>/`. A new file
 * is a new test; a folder beside it with its name holds what its sub-agents wrote.
 */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { measureTranscript } from "../../../../src/warden/measure/measureTranscript.ts";
import { testFacts } from "../../../../src/warden/measure/tests/testFacts.ts";
import { bashCalls } from "../../../../src/warden/measure/transcript/bashCalls.ts";
import { withFullOutput } from "../../../../src/warden/measure/transcript/fullOutput.ts";
import { readWithAgents } from "../../../../src/warden/measure/transcript/readTranscript.ts";
import { tokensUsed } from "../../../../src/warden/measure/transcript/tokens.ts";
import {
  endedByInterruption,
  lastAssistantMessage,
} from "../../../../src/warden/measure/transcript/turns.ts";

const root = new URL("../../../fixtures/transcripts/", import.meta.url);
const read = async (file: string) => (await readWithAgents(fileURLToPath(new URL(file, root)))) ?? [];

const files = readdirSync(root).flatMap((verdict) =>
  readdirSync(new URL(`${verdict}/`, root))
    .filter((name) => name.endsWith(".jsonl"))
    .map((name) => ({ verdict, name })),
);

test.each(files)("$verdict: $name", async ({ verdict, name }) => {
  const facts = testFacts(await withFullOutput(bashCalls(await read(`${verdict}/${name}`))));
  const counted = facts.outcome === "failing" && facts.failing !== undefined ? `-${facts.failing}` : "";
  expect(`${facts.outcome}${counted}`).toBe(verdict);
});

test("usage stands on each line of a message and counts once", async () => {
  expect(tokensUsed(await read("passing/pass.jsonl"))).toEqual({
    input: 200,
    output: 40,
    cacheRead: 2000,
    cacheWrite: 100,
  });
});

test("what sub-agents used and ran counts, what they said last does not", async () => {
  const lines = await read("passing/agent.jsonl");
  expect(lines.some((line) => line.isSidechain)).toBe(true);
  expect(bashCalls(lines).map(({ command }) => command)).toEqual(["npm test"]);
  expect(lastAssistantMessage(lines)).toBe("Agent is done.");
});

test("the last message is the last words, also of one turn only", async () => {
  const lines = await read("passing/background.jsonl");
  const [first] = lines.flatMap((line) => (line.type === "user" && line.promptId ? [line.promptId] : []));
  expect(lastAssistantMessage(lines)).toBe("Done.");
  expect(lastAssistantMessage(lines, first)).toBe("Running.");
  expect(lastAssistantMessage(lines, "another")).toBeUndefined();
});

test("Esc is seen as the last thing, and only there", async () => {
  expect(endedByInterruption(await read("unclear/interrupt.jsonl"))).toBe(true);
  expect(endedByInterruption(await read("passing/pass.jsonl"))).toBe(false);
  expect(endedByInterruption([])).toBe(false);
});

test.each([
  ["failing-1/fail.jsonl", { kind: "exit", code: 1 }],
  ["passing/exit.jsonl", { kind: "exit", code: 0 }],
  ["passing/background.jsonl", { kind: "exit", code: 0 }],
  ["unclear/timeout.jsonl", { kind: "stopped" }],
  ["unclear/interrupt.jsonl", { kind: "stopped" }],
])("%s: how the last command ended", async (file, end) => {
  expect(bashCalls(await read(file)).at(-1)?.end).toEqual(end);
});

test("one reading gives all a ping needs", async () => {
  expect(await measureTranscript(fileURLToPath(new URL("failing-1/fail.jsonl", root)))).toMatchObject({
    tests: { outcome: "failing", command: "npm test", failing: 1 },
    lastMessage: "One test fails. Which fix do you prefer?",
    interrupted: false,
  });
  expect(await measureTranscript(fileURLToPath(new URL("none.jsonl", root)))).toBeUndefined();
});
