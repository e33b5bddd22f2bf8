/** A session's mailbox on a real folder. */
import { mkdir, readdir, rename, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Evidence } from "../../../src/warden/evidence/evidence.ts";
import { Mailbox } from "../../../src/warden/evidence/mailbox.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { rememberingLog, tempFolder } from "../../support/host/temp.ts";

const prompt = (id: string) => JSON.stringify({ hook_event_name: "UserPromptSubmit", prompt_id: id });

async function openBox(keep: () => boolean = () => true) {
  const folder = join(await tempFolder(), "events");
  await mkdir(folder);
  const got: Evidence[] = [];
  const { log, said } = rememberingLog();
  const receive = async (evidence: Evidence) => {
    if (keep()) got.push(evidence);
    return keep();
  };
  const box = new Mailbox(folder, receive, log);
  onTestFinished(() => box.close());
  /** A file whose time is so many seconds after a moment long ago. */
  const drop = async (name: string, text: string, second = 0) => {
    const written = join(folder, ".being-written");
    await writeFile(written, text);
    await utimes(written, 1_700_000_000 + second, 1_700_000_000 + second);
    await rename(written, join(folder, name));
  };
  const turns = () =>
    got.map((one) => (one.channel === "hook" && "turn" in one.fact ? one.fact.turn : one.channel));
  return { folder, box, got, said, drop, turns };
}

describe("the mailbox", () => {
  it("hands events on in the order of their times, and lets go of them then", async () => {
    const { box, drop, turns, folder } = await openBox();
    await drop("b.json", prompt("second"), 2);
    await drop("c.json", prompt("first"), 1);
    await drop("a.json", JSON.stringify({ hook_event_name: "exit", code: 137 }), 3);
    await box.read();
    expect(turns()).toEqual(["first", "second", "exit"]);
    expect(await readdir(folder)).toEqual([]);
  });

  it("3: sees a file that arrives while nobody asks", async () => {
    const { box, drop, turns } = await openBox();
    box.open();
    await drop("a.json", prompt("watched"));
    await waitFor(async () => turns().length > 0);
    expect(turns()).toEqual(["watched"]);
  });

  it("2: keeps what the receiver could not keep, with the same id the next time", async () => {
    let kept = false;
    const { box, drop, got, folder } = await openBox(() => kept);
    await drop("a.json", prompt("one"), 5);
    await box.read();
    expect(await readdir(folder)).toEqual(["a.json"]);
    kept = true;
    await box.read();
    expect(got).toMatchObject([{ channel: "hook", id: "a.json@1700000005000" }]);
    expect(await readdir(folder)).toEqual([]);
  });

  it("leaves out what is no event, says so, and goes on with the rest", async () => {
    const { box, drop, turns, said } = await openBox();
    await drop("a.json", '{"hook_event_name":"Sto', 1);
    await drop("b.json", "[]", 2);
    await drop("c.json", prompt("after"), 3);
    await box.read();
    expect(turns()).toEqual(["after"]);
    expect(said).toHaveLength(2);
  });

  it("does not touch what is still being written", async () => {
    const { folder, box, got } = await openBox();
    await writeFile(join(folder, ".Stop.123"), "{");
    await box.read();
    expect(got).toEqual([]);
    expect(await readdir(folder)).toEqual([".Stop.123"]);
  });

  it("12: a folder that is gone is no reason to fail", async () => {
    const { log, said } = rememberingLog();
    const box = new Mailbox("/nowhere/at/all", async () => true, log);
    box.open();
    await box.read();
    expect(said).toEqual([]);
  });
});
