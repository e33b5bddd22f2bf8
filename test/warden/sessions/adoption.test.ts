/** What a later run of Jama makes of what it finds: mail, registry and log of its time away, all of it before it judges. */
import { mkdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/warden/evidence/evidence.ts";
import { Journal } from "../../../src/warden/journal/journal.ts";
import { type Hands, LiveSession } from "../../../src/warden/sessions/liveSession.ts";
import type { SupervisorInput } from "../../../src/warden/sessions/supervisor.ts";
import { VersionWatch } from "../../../src/warden/sessions/versionWatch.ts";
import { rememberingLog, tempFolder } from "../../support/host/temp.ts";
import { sessionRecord } from "../journal/sessionRecord.ts";
import * as s from "../judge/situation.ts";
import { idleHands, supervise } from "./supervised.ts";

const time = (ms: number) => new Date(s.t0 + ms);

interface Away {
  /** What the run of before had heard. */
  before: readonly Evidence[];
  /** Payloads of hooks since, by the time of their file, ms. */
  mail?: readonly (readonly [number, object])[];
  registry: { status: string; at: number };
  logAt: number;
  backAt: number;
  meanwhile: Meanwhile;
}

/** What goes on beside: another session was taken up before, and so the registry is watched; or sweeps come, too. */
type Meanwhile = "nothing" | "another session" | "sweeps";

/** Keys of what is carried out when it is back. */
async function comeBack(away: Away): Promise<string[]> {
  const folder = await tempFolder();
  const registryFolder = join(folder, "registry");
  await mkdir(registryFolder);
  const clock = { at: s.t0 };
  const now = () => clock.at;
  const told: string[] = [];
  const open = async (folder: string, claudeId: string, hands: Partial<Hands> = {}) => {
    await mkdir(join(folder, "events"), { recursive: true });
    const journal = new Journal(folder, now);
    const record = sessionRecord({ folder, claudeId, name: `claude-${claudeId}` });
    const session = new LiveSession({
      record,
      journal,
      policy: s.policy,
      hands: { ...idleHands, ...hands },
      now,
    });
    session.restore(await journal.read());
    return session;
  };
  const former = await open(folder, "one");
  for (const one of away.before) {
    clock.at = one.at;
    await former.receive(one);
  }
  for (const [ms, payload] of away.mail ?? []) {
    const file = join(folder, "events", `e${ms}.json`);
    await writeFile(file, JSON.stringify(payload));
    await utimes(file, time(ms), time(ms));
  }
  await writeFile(join(folder, "terminal.log"), "painted");
  await utimes(join(folder, "terminal.log"), time(away.logAt), time(away.logAt));
  const { status, at } = away.registry;
  const claude = { pid: 100, procStart: "7", sessionId: "one", version: "2.1.329" };
  const entry = { ...claude, status, statusUpdatedAt: s.t0 + at };
  await writeFile(join(registryFolder, "100.json"), JSON.stringify(entry));

  clock.at = s.t0 + away.backAt;
  const session = await open(folder, "one", {
    carryOut: async (_, decision) => told.push("key" in decision ? decision.key : decision.do) > 0,
  });
  await session.find({ channel: "boot", at: now(), boot: "this" });
  const gate = { isCertified: () => true, seen: () => undefined, onChange: () => undefined };
  const claudeBin = "claude";
  const versions = new VersionWatch({ gate, sessions: () => [], claudeBin, log: rememberingLog().log, now });
  const heardVersion: SupervisorInput["heardVersion"] = (...said) => versions.heard(...said, "registry");
  const supervisor = supervise({ folder, registryFolder, now, heardVersion });
  if (away.meanwhile !== "nothing") await supervisor.watch(await open(await tempFolder(), "another"));
  if (away.meanwhile === "sweeps") await supervisor.sweep(); // the next will trust the watches
  const isBack = supervisor.watch(session);
  if (away.meanwhile === "sweeps") await supervisor.sweep();
  await isBack;
  expect(session.seen.version?.version).toBe("2.1.329");
  return told;
}

const asks = (tool: string) => ({
  hook_event_name: "PermissionRequest",
  tool_name: tool,
  tool_input: { command: "x" },
});

const all: Meanwhile[] = ["nothing", "another session", "sweeps"];

describe.each(all)("9, 2: a later run; meanwhile: %s", (meanwhile) => {
  it("does not ask for a permission that was given meanwhile, of which no hook tells", async () => {
    const mail = [[10_000, asks("Bash")]] as const;
    const registry = { status: "busy", at: 20_000 };
    const away = { before: s.atWork, mail, registry, logAt: 39_900, backAt: 40_000, meanwhile };
    expect(await comeBack(away)).toEqual([]);
  });

  it("does not ask what was answered meanwhile, where another question is open", async () => {
    const mail = [
      [10_000, asks("AskUserQuestion")],
      [20_000, { hook_event_name: "PostToolUse", tool_name: "AskUserQuestion" }],
      [30_000, asks("Bash")],
    ] as const;
    const registry = { status: "waiting", at: 30_020 };
    const away = { before: s.atWork, mail, registry, logAt: 30_050, backAt: 40_000, meanwhile };
    expect(await comeBack(away)).toEqual([`asked:e30000.json@${s.t0 + 30_000}`]);
  });

  it("does not call stuck what was interrupted long before it is back", async () => {
    const registry = { status: "idle", at: 60_000 };
    const backAt = 120_000 + s.policy.stuckMs;
    expect(await comeBack({ before: s.atWork, registry, logAt: 60_050, backAt, meanwhile })).toEqual([]);
  });

  it("does not tell a failure that was overcome meanwhile", async () => {
    const mail = [
      [10_000, { hook_event_name: "StopFailure", prompt_id: "one", error: "overloaded" }],
      [20_000, { hook_event_name: "UserPromptSubmit", prompt_id: "two", prompt: "go on" }],
    ] as const;
    const registry = { status: "busy", at: 20_020 };
    const away = { before: s.atWork, mail, registry, logAt: 39_000, backAt: 40_000, meanwhile };
    expect(await comeBack(away)).toEqual([]);
  });

  it("does not take an end back by a busy that is over", async () => {
    const before = [...s.atWork, s.stop(5_000), s.registry(5_020, "idle"), s.registry(9_000, "busy")];
    const clear = { hook_event_name: "SessionStart", source: "clear", transcript_path: "/next" };
    const registry = { status: "idle", at: 9_300 };
    const away = {
      before,
      mail: [[9_200, clear]] as const,
      registry,
      logAt: 9_300,
      backAt: 40_000,
      meanwhile,
    };
    const told = await comeBack(away);
    expect(told.filter((key) => !key.startsWith("finished:Stop@5000"))).toEqual([]);
  });
});
