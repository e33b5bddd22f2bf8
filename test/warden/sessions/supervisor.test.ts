/** What reaches a session of Claude Code's registry, by way of the real folder. */
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Journal } from "../../../src/warden/journal/journal.ts";
import { LiveSession } from "../../../src/warden/sessions/liveSession.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { tempFolder } from "../../support/host/temp.ts";
import { sessionRecord } from "../journal/sessionRecord.ts";
import * as s from "../judge/situation.ts";
import { idleHands, supervise } from "./supervised.ts";

/** A session that is watched, with this in the registry's folder before anybody reads it. */
async function watch(entries: readonly { pid: number; status: string }[], hasRegistry = true) {
  const folder = await tempFolder();
  const record = sessionRecord({ folder });
  const registryFolder = join(folder, "registry");
  await mkdir(join(folder, "events"));
  if (hasRegistry) await mkdir(registryFolder);
  const now = () => s.t0 + 1_000;
  const write = ({ pid, status }: { pid: number; status: string }) => {
    const entry = { pid, status, procStart: "7", sessionId: record.claudeId, statusUpdatedAt: s.t0 };
    return writeFile(join(registryFolder, `${pid}.json`), JSON.stringify(entry));
  };
  for (const entry of entries) await write(entry);
  const heard: string[] = [];
  const session = new LiveSession({
    record,
    journal: new Journal(folder, now),
    policy: s.policy,
    hands: {
      ...idleHands,
      noticed: (_, evidence) => {
        if (evidence.channel === "registry") heard.push(`${evidence.pid} ${evidence.status}`);
      },
    },
    now,
  });
  const supervisor = supervise({ folder, registryFolder, now });
  await supervisor.watch(session);
  /** As a hook's relay does it: whole, or not there. */
  const drop = async (name: string, payload: object) => {
    await writeFile(join(folder, "events", `.${name}`), JSON.stringify(payload));
    await rename(join(folder, "events", `.${name}`), join(folder, "events", name));
  };
  return { supervisor, session, heard, write, drop, registryFolder };
}

describe("1, 2: two entries of the registry for one conversation", () => {
  it("heard in one moment: the first speaks, and the other never", async () => {
    const { supervisor, session, heard, write } = await watch([
      { pid: 100, status: "idle" },
      { pid: 200, status: "busy" },
    ]);
    const first = await waitFor(async () => session.seen.registry?.pid);
    const other = first === 100 ? 200 : 100;
    await write({ pid: other, status: "waiting" });
    await write({ pid: first, status: "shell" });
    await supervisor.sweep();
    await waitFor(async () => session.seen.registry?.status === "shell");
    expect(heard.filter((one) => one.startsWith(String(other)))).toEqual([]);
  });
});

describe("the registry's folder", () => {
  it("is watched from the first hook on where Claude Code makes it only then: no sweep is waited for", async () => {
    const { session, write, drop, registryFolder } = await watch([], false);
    await mkdir(registryFolder);
    await drop("SessionStart.1.json", { hook_event_name: "SessionStart", source: "startup" });
    await waitFor(async () => session.seen.hooksSeen);
    await write({ pid: 100, status: "busy" });
    await waitFor(async () => session.seen.registry?.status === "busy");
  });
});

describe("2: an end that is seen before it is heard of", () => {
  it("is an exit, since launch.sh leaves its code before it ends", async () => {
    const folder = await tempFolder();
    await mkdir(join(folder, "events"));
    await mkdir(join(folder, "started"));
    for (const who of ["launcher", "claude"]) await writeFile(join(folder, "started", who), "7\n");
    const now = () => s.t0 + 60_000;
    const ends: string[] = [];
    const session = new LiveSession({
      record: sessionRecord({ folder }),
      journal: new Journal(folder, now),
      policy: s.policy,
      hands: {
        ...idleHands,
        carryOut: async ({ verdict }) => ends.push(`${verdict.state} ${verdict.detail}`) > 0,
      },
      now,
    });
    for (const one of s.atWork) await session.find(one);
    const left = async () => {
      await writeFile(join(folder, "exit.json"), '{"hook_event_name":"exit","code":0}');
      await rename(join(folder, "exit.json"), join(folder, "events", "exit.json")); // whole, as launch.sh does it
      return [];
    };
    const registryFolder = join(folder, "registry");
    const supervisor = supervise({ folder, registryFolder, now, processes: { find: left } });
    await supervisor.watch(session);
    await supervisor.look(session);
    expect(ends).toEqual(["exited code 0"]);
  });
});
