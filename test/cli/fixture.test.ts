/** `jama replay --fixture`: a bug report becomes a test of the judge with one command, and tells nothing private. */
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { JournalEntry } from "../../src/warden/journal/journal.ts";
import { tempFolder } from "../support/host/temp.ts";
import * as s from "../warden/judge/situation.ts";
import { jama } from "./cli.ts";
import { sessionOf } from "./livedSession.ts";

describe("jama replay --fixture", () => {
  const said =
    "I put the token sk-ant-api03-0123456789abcdef into /home/ada/notes. Which one do you want, Ada?";
  const story = [
    ...s.atWork,
    s.hook(2_000, {
      event: "asked",
      ask: { kind: "plan", plan: "Take /home/ada/Projects/secret-plan apart" },
    }),
    s.hook(3_000, { event: "answered", tool: "ExitPlanMode" }),
    s.stop(5_000, { lastMessage: said }),
    s.registry(5_020, "idle"),
  ];
  const written = async (folder: string, as: string) =>
    (await readFile(join(folder, `${as}.jsonl`), "utf8"))
      .trim()
      .split("\n")
      .map((line) => JournalEntry.parse(JSON.parse(line)));

  it("writes what was seen as a test of the judge, with nothing of anybody's own in it", async () => {
    const into = await tempFolder();
    const run = await jama([
      "replay",
      await sessionOf(story),
      "--fixture",
      "waiting/a-question",
      "--into",
      into,
    ]);
    expect(run).toMatchObject({ code: 0, err: "" });
    expect(run.out).toContain("Today's rules say waiting, by the rule stop-and-idle: the test holds.");
    const text = await readFile(join(into, "waiting", "a-question.jsonl"), "utf8");
    for (const own of ["ada", "Ada", "secret-plan", "sk-ant", "token", "world", "apart"])
      expect(text).not.toContain(own);
    const entries = await written(into, "waiting/a-question");
    expect(entries.map((one) => one.kind)).toContain("opened");
    expect(entries.at(-1)).toMatchObject({ kind: "note" });
  });

  it("is about the verdict that is named, and says what today's rules make of it", async () => {
    const into = await tempFolder();
    const args = ["--fixture", "finished/too-early", "--into", into, "--until", "3"];
    const run = await jama(["replay", await sessionOf(story), ...args]);
    expect(run.out).toContain("It ends at verdict 3 of 5: waiting, by the rule asked.");
    expect(run.out).toContain("the test fails until they say finished.");
    const entries = await written(into, "finished/too-early");
    expect(JSON.stringify(entries)).not.toContain('"Stop"');
  });

  it("keeps words when they are what it is about, but never names and secrets", async () => {
    const into = await tempFolder();
    const args = ["--fixture", "waiting/words", "--into", into, "--keep-words"];
    await jama(["replay", await sessionOf(story), ...args]);
    const text = await readFile(join(into, "waiting", "words.jsonl"), "utf8");
    expect(text).toContain("I put the token [secret] into /home/user/notes. Which one do you want");
    expect(text).not.toMatch(/sk-ant|secret-plan|\/home\/ada/);
  });

  it("goes into the tests of the checkout that it runs in", async () => {
    const ownFolder = await tempFolder();
    await mkdir(join(ownFolder, "test", "fixtures", "judge"), { recursive: true });
    const run = await jama(["replay", await sessionOf(s.atWork), "--fixture", "working/x"], { ownFolder });
    expect(run.code).toBe(0);
    expect(await readdir(join(ownFolder, "test", "fixtures", "judge", "working"))).toEqual(["x.jsonl"]);
  });

  it.each([
    ["working", '"working" is not <expected state>/<name>'],
    ["workin/x", '"workin" is no state. States: queued, starting'],
    ["working/../../x", "is not <expected state>/<name>"],
  ])("%s is refused, and nothing is written", async (as, why) => {
    const into = await tempFolder();
    const run = await jama(["replay", await sessionOf(s.atWork), "--fixture", as, "--into", into]);
    expect([run.code, await readdir(into)]).toEqual([2, []]);
    expect(run.err).toContain(why);
  });

  it("overwrites nothing, needs a folder to write into, and a verdict to be about", async () => {
    const into = await tempFolder();
    const folder = await sessionOf(s.atWork);
    const run = (...args: string[]) => jama(["replay", folder, "--fixture", "working/x", ...args]);
    expect((await run("--into", into)).code).toBe(0);
    expect((await run("--into", into)).err).toContain("is there already");
    expect((await run()).err).toContain("Run it in a checkout of Jama, or say where with --into.");
    expect((await run("--into", await tempFolder(), "--until", "99")).err).toBe(
      "The journal holds no verdict 99.",
    );
  });
});
