/** The journal is the truth: the index is made anew from it. */
import { appendFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openIndex } from "../../../src/warden/journal/index.ts";
import { Journal, lastRecord } from "../../../src/warden/journal/journal.ts";
import type { SessionRecord } from "../../../src/warden/journal/record.ts";
import { rememberingLog, tempFolder } from "../../support/host/temp.ts";
import { launched, stop } from "../judge/situation.ts";

const record = (name: string, about: Partial<SessionRecord> = {}): SessionRecord => ({
  v: 1,
  name,
  commandId: `u-${name}`,
  project: "web",
  projectPath: "/web",
  folder: `/sessions/${name}`,
  claudeId: "c",
  createdAt: 5,
  task: "t",
  origin: "o",
  permissionMode: "plan",
  bypassConsent: false,
  ...about,
});

async function journalOf(home: string, name: string) {
  const folder = join(home, "sessions", name);
  await mkdir(folder, { recursive: true });
  return { folder, journal: new Journal(folder, () => 9) };
}

describe("a journal", () => {
  it("gives back in order what was written, with the time of each", async () => {
    const { journal } = await journalOf(await tempFolder(), "a");
    await journal.write({ kind: "created", record: record("a") });
    await journal.write({ kind: "evidence", evidence: stop(5) });
    await journal.write({ kind: "done", key: "finished:x" });
    const entries = await journal.read();
    expect(entries.map((one) => [one.kind, one.at])).toEqual([
      ["created", 9],
      ["evidence", 9],
      ["done", 9],
    ]);
    expect(entries[1]).toMatchObject({ evidence: stop(5) });
  });

  it("9: passes over a line that was cut off and entries of another version", async () => {
    const { journal, folder } = await journalOf(await tempFolder(), "a");
    await journal.write({ kind: "note", note: "first" });
    await appendFile(join(folder, "journal.jsonl"), '\n{"kind":"dream","at":1}\n{"kind":"do');
    await journal.write({ kind: "note", note: "last" });
    expect(await journal.read()).toMatchObject([{ note: "first" }, { note: "last" }]);
  });

  it("knows the record as it was last amended", async () => {
    const { journal } = await journalOf(await tempFolder(), "a");
    expect(lastRecord(await journal.read())).toBeUndefined();
    await journal.write({ kind: "created", record: record("a") });
    await journal.write({ kind: "amended", record: record("a", { model: "opus" }) });
    expect(lastRecord(await journal.read())?.model).toBe("opus");
  });
});

describe("9: the index", () => {
  async function home() {
    const path = await tempFolder();
    const living = await journalOf(path, "living");
    await living.journal.write({ kind: "created", record: record("living") });
    await living.journal.write({ kind: "evidence", evidence: launched });
    await living.journal.write({
      kind: "verdict",
      state: "working",
      rule: "at-work",
      detail: "",
      because: [],
    });
    const over = await journalOf(path, "over");
    await over.journal.write({ kind: "created", record: record("over") });
    await over.journal.write({
      kind: "verdict",
      state: "closed",
      rule: "ended-by-order",
      detail: "",
      because: [],
    });
    await over.journal.write({ kind: "done", key: "over" });
    await mkdir(join(path, "sessions", "empty"));
    return path;
  }
  const made = {
    living: { over: false, overAt: null, state: "working" },
    over: { over: true, overAt: 9, state: "closed" },
  };

  it("is made anew from the journals when it is lost", async () => {
    const { log, said } = rememberingLog();
    expect((await openIndex(await home(), log)).data.sessions).toMatchObject(made);
    expect(said).toEqual([]);
  });

  it("is made anew when it is damaged, and the damaged one is kept", async () => {
    const path = await home();
    await writeFile(join(path, "index.json"), '{"version":1,"sessions":{"liv');
    const { log, said } = rememberingLog();
    expect((await openIndex(path, log)).data.sessions).toMatchObject(made);
    expect(said).toHaveLength(1);
    expect(await readdir(path)).toContain("index.json.bad");
  });

  it("is written, so that the next start finds it", async () => {
    const path = await home();
    const { log } = rememberingLog();
    await openIndex(path, log);
    expect(Object.keys((await openIndex(path, log)).data.sessions).sort()).toEqual(["living", "over"]);
  });
});
