/** `jama replay` on journals of every kind: whole, older, damaged, of another version, none at all. */
import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Journal, type NewEntry } from "../../src/warden/journal/journal.ts";
import { tempFolder } from "../support/host/temp.ts";
import { agreeing, evidenceOf, overMs } from "../warden/judge/agreement.ts";
import * as s from "../warden/judge/situation.ts";
import { jama } from "./cli.ts";
import { sessionName as name, sessionOf } from "./livedSession.ts";

async function folderWith(...entries: readonly NewEntry[]) {
  const folder = join(await tempFolder(), name);
  await mkdir(folder, { recursive: true });
  await new Journal(folder, () => s.t0).write(...entries);
  return folder;
}

const journalOf = (folder: string) => join(folder, "journal.jsonl");

/** The journal with one text in place of another. */
async function changed(folder: string, from: string | RegExp, to: string) {
  const text = await readFile(journalOf(folder), "utf8");
  expect(text).toMatch(from);
  await writeFile(journalOf(folder), text.replace(from, to));
  return folder;
}

describe("jama replay", () => {
  it("prints every verdict with its rule and what it rests on, and ends with 0 when today's rules agree", async () => {
    const folder = await sessionOf([...s.atWork, s.stop(5_000), s.registry(5_020, "idle")]);
    const { code, out, err } = await jama(["replay", folder]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(name);
    expect(out).toMatch(/Jama 0\.2\.0 took it up: 120 s of grace, stuck after 1200 s, 30 s to start\./);
    expect(out).toMatch(/ {2}1\. starting, by the rule no-life-yet\n/);
    expect(out).toMatch(
      / {2}3\. finished, by the rule stop-and-idle\n +Claude Code said that the turn is over/,
    );
    expect(out).toMatch(/rests on registry: idle at \d\d:\d\d:\d\d\.020/);
    expect(out).toMatch(/3 verdicts: today's rules say the same\.$/);
  });

  it("judges by the times that were in force then", async () => {
    const policy = { ...s.policy, stuckMs: 5_000 };
    const folder = await sessionOf([...s.atWork, s.log(1_000)], policy, 7_000);
    expect((await jama(["replay", folder])).out).toContain("stuck, by the rule nothing-moves");
    expect((await jama(["replay", folder])).code).toBe(0);
    await changed(folder, '"stuckMs":5000', '"stuckMs":50000');
    const other = await jama(["replay", folder]);
    expect(other.code).toBe(1);
    expect(other.out).toMatch(/stuck, by the rule nothing-moves[\s\S]*TODAY: working, by the rule at-work/);
  });

  it("says where what a rule goes by would have led elsewhere, and ends with 1", async () => {
    const folder = await sessionOf([...s.atWork, s.stop(5_000), s.registry(5_020, "idle")]);
    await changed(folder, /"tasks":\[\]/, '"tasks":["a server"]');
    const { code, out } = await jama(["replay", folder]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /TODAY: background \(turn over, 1 of its tasks still running\), by the rule background-tasks/,
    );
    expect(out).toMatch(/today's rules differ once\.$/);
  });

  it("1: asks once more about an end that Jama decided itself", async () => {
    const folder = await sessionOf([
      ...evidenceOf(agreeing),
      s.order(overMs, "teardown"),
      s.end(overMs + 90),
    ]);
    expect((await jama(["replay", folder])).out).toContain("Jama ended it: nothing spoke against that.");
    const screen = /("channel":"screen","at":\d+,"typed":)""/;
    const { code, out } = await jama(["replay", await changed(folder, screen, '$1"half a thought"')]);
    expect(code).toBe(1);
    expect(out).toContain("TODAY IT WOULD NOT: there is text in its prompt box");
  });

  it("takes the file as well as the folder", async () => {
    const folder = await sessionOf(s.atWork);
    expect((await jama(["replay", journalOf(folder)])).code).toBe(0);
  });

  it("says of an older journal that it lacks times and rounds", async () => {
    const evidence = s.atWork.map((one) => ({ kind: "evidence", evidence: one }) as const);
    const verdict: NewEntry = { kind: "verdict", state: "working", rule: "at-work", detail: "", because: [] };
    const { code, out } = await jama(["replay", await folderWith(...evidence, verdict)]);
    expect(code).toBe(0);
    expect(out).toContain("An older Jama wrote this journal.");
  });

  it("names the lines that a crash cut off or that it does not understand, and judges by the rest", async () => {
    const folder = await sessionOf(s.atWork);
    await appendFile(
      journalOf(folder),
      '\n{"kind":"evidence","evidence":{"channel":"smell"},"at":1}\n{"kind":"verd',
    );
    const { code, err, out } = await jama(["replay", folder]);
    expect(code).toBe(0);
    expect(err).toMatch(
      /line \d+ is left out: an entry that this version does not understand: evidence \(smell\)/,
    );
    expect(err).toMatch(/line \d+ is left out: cut off or damaged$/);
    expect(out).toContain("today's rules say the same");
  });

  it("cannot judge what is no session, is empty or comes from another version, and says which, with 2", async () => {
    const empty = await tempFolder();
    const rubbish = join(empty, "journal.jsonl");
    expect(await jama(["replay", join(empty, "none")])).toMatchObject({
      code: 2,
      err: `There is no such folder: ${join(empty, "none")}`,
    });
    expect(await jama(["replay", empty])).toMatchObject({
      code: 2,
      err: `${empty} is no folder of a session: there is no journal.jsonl in it.`,
    });
    await writeFile(rubbish, "\u0000\u0001 rubbish\n");
    expect((await jama(["replay", empty])).err).toContain("holds nothing that can be read");
    const later = await changed(await sessionOf(s.atWork), '"v":1', '"v":2');
    expect(await jama(["replay", later])).toMatchObject({
      code: 2,
      err: `The journal of ${name} was written by Jama 0.2.0, in format 2; this version reads format 1.`,
    });
  });

  it("says of a journal without a verdict that there is none yet", async () => {
    const { code, out } = await jama(["replay", await folderWith({ kind: "note", note: "hello" })]);
    expect([code, out.split("\n").at(-1)]).toEqual([0, "It holds no verdict yet."]);
  });
});
