import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findTranscript } from "../../../../src/warden/measure/transcript/findTranscript.ts";
import { withFullOutput } from "../../../../src/warden/measure/transcript/fullOutput.ts";
import { readTranscript, readWithAgents } from "../../../../src/warden/measure/transcript/readTranscript.ts";

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "jama-transcript-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

const said = (text: string, more = {}) =>
  JSON.stringify({ type: "assistant", message: { id: "m", content: [{ type: "text", text }] }, ...more });

test("unknown, broken and half-written lines are passed over", async () => {
  const file = join(await folder(), "a.jsonl");
  const lines = [
    '{"type":"mode","mode":"normal"}',
    "not json at all",
    '{"type":"assistant","message":"of another form"}',
    '{"type":"assistant"',
    "",
    said("hello", { somethingNew: true }),
    said("cut off").slice(0, -20),
  ];
  await writeFile(file, lines.join("\n"));
  expect(await readTranscript(file)).toMatchObject([{ message: { content: [{ text: "hello" }] } }]);
});

test("a huge line of no interest costs nothing but its reading", async () => {
  const file = join(await folder(), "a.jsonl");
  await writeFile(file, `{"type":"api-request-blob","x":"${"x".repeat(5_000_000)}"}\n${said("hello")}\n`);
  expect(await readTranscript(file)).toHaveLength(1);
});

test("no transcript yet is no error", async () => {
  const path = await folder();
  expect(await readTranscript(join(path, "none.jsonl"))).toBeUndefined();
  expect(await readWithAgents(join(path, "none.jsonl"))).toBeUndefined();
});

test("the newest transcript of a session id is found, whatever its folder is called", async () => {
  const path = await folder();
  for (const [name, year] of [
    ["-old-web", 2025],
    ["-home-user-web", 2026],
  ] as const) {
    await mkdir(join(path, "projects", name), { recursive: true });
    const file = join(path, "projects", name, "1-2-3.jsonl");
    await writeFile(file, "");
    await utimes(file, new Date(year, 0), new Date(year, 0));
  }
  expect(await findTranscript(path, "1-2-3")).toBe(join(path, "projects/-home-user-web/1-2-3.jsonl"));
  expect(await findTranscript(path, "4-5-6")).toBeUndefined();
  expect(await findTranscript(path, "../../x")).toBeUndefined();
  expect(await findTranscript(join(path, "gone"), "1-2-3")).toBeUndefined();
});

test("a cut-off output is replaced by the end of the whole one, where that is still there", async () => {
  const outputFile = join(await folder(), "out.txt");
  await writeFile(outputFile, `${"x".repeat(100_000)}\n# pass 2\n# fail 0\n`);
  const call = { id: "1", command: "npm test", end: { kind: "exit", code: 0 } as const, output: "head" };
  const [there, gone] = await withFullOutput([
    { ...call, outputFile },
    { ...call, outputFile: `${outputFile}.gone` },
  ]);
  expect(there?.output).toMatch(/# fail 0\n$/);
  expect(there).not.toHaveProperty("outputFile");
  expect(gone).toMatchObject({ output: "head", outputFile: `${outputFile}.gone` });
});

test("2: lines are in order of time: on a busy machine an answer is written before its prompt, now and then", async () => {
  const file = join(await folder(), "a.jsonl");
  const at = (second: number) => ({ timestamp: `2026-11-21T19:22:0${second}.000Z` });
  const prompt = JSON.stringify({ type: "user", message: { content: "add it" }, promptId: "p", ...at(1) });
  await writeFile(file, [said("Added.", at(2)), said("No time."), prompt, said("More.", at(3))].join("\n"));
  const lines = (await readTranscript(file)) ?? [];
  expect(lines.map(({ type }) => type)).toEqual(["user", "assistant", "assistant", "assistant"]);
  expect(lines.slice(1)).toMatchObject(
    ["Added.", "No time.", "More."].map((text) => ({ message: { content: [{ text }] } })),
  );
});
