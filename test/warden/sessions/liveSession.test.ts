/** One live session: evidence into the journal, decisions to the hands, all of it there again after a restart. */
import { mkdir, rename, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/warden/evidence/evidence.ts";
import { Journal } from "../../../src/warden/journal/journal.ts";
import type { SessionRecord } from "../../../src/warden/journal/record.ts";
import type { Decision } from "../../../src/warden/judge/decide.ts";
import { type Hands, LiveSession } from "../../../src/warden/sessions/liveSession.ts";
import { tempFolder } from "../../support/host/temp.ts";
import * as s from "../judge/situation.ts";

const record = (folder: string): SessionRecord => ({
  v: 1,
  name: "claude-web-1",
  commandId: "u1",
  project: "web",
  projectPath: "/web",
  folder,
  claudeId: "c",
  createdAt: s.t0,
  task: "t",
  origin: "o",
  permissionMode: "plan",
  bypassConsent: false,
});

async function openSession(
  folder: string,
  carryOut: (decision: Decision) => Promise<boolean> = async () => true,
) {
  await mkdir(folder, { recursive: true });
  const done: string[] = [];
  const failures: string[] = [];
  const hands: Hands = {
    carryOut: async (_, decision) => {
      const result = await carryOut(decision);
      done.push("key" in decision ? decision.key : decision.do);
      return result;
    },
    noticed: () => undefined,
    failed: (_, what) => void failures.push(what),
  };
  let now = s.t0;
  const journal = new Journal(folder, () => now);
  const session = new LiveSession({
    record: record(folder),
    journal,
    policy: s.policy,
    hands,
    now: () => now,
  });
  session.restore(await journal.read());
  const hear = async (...evidence: readonly Evidence[]) => {
    for (const one of evidence) {
      now = Math.max(now, one.at);
      await session.receive(one);
    }
  };
  return { session, hear, done, failures, at: (ms: number) => (now = s.t0 + ms), journal };
}

const finished = [...s.atWork, s.stop(5_000), s.registry(5_020, "idle")];

describe("a live session", () => {
  it("follows the evidence from state to state, and journals each change with what it rests on", async () => {
    const { session, hear, journal } = await openSession(join(await tempFolder(), "a"));
    await hear(...finished);
    expect(session.view).toMatchObject({ state: "finished", since: s.t0 + 5_020 });
    const verdicts = (await journal.read()).flatMap((one) => (one.kind === "verdict" ? [one.rule] : []));
    expect(verdicts).toEqual(["no-life-yet", "at-work", "stop-and-idle"]);
  });

  it("8: takes a hook event once, however often its file is read", async () => {
    const { hear, done, journal } = await openSession(join(await tempFolder(), "a"));
    await hear(...finished, s.stop(5_000), s.stop(5_000));
    expect(done.filter((one) => one.startsWith("finished"))).toEqual(["finished:Stop@5000"]);
    const hooks = (await journal.read()).filter(
      (one) => one.kind === "evidence" && one.evidence.channel === "hook",
    );
    expect(hooks).toHaveLength(3);
  });

  it("9: is the same after a restart, and carries nothing out again", async () => {
    const folder = join(await tempFolder(), "a");
    const before = await openSession(folder);
    await before.hear(...finished);
    const after = await openSession(folder);
    expect(after.session.view.state).toBe("finished");
    after.at(6_000);
    await after.session.tick();
    await after.hear(s.stop(5_000));
    expect(after.done).toEqual([]);
  });

  it("2: carries out again after a restart what was begun and not finished", async () => {
    const folder = join(await tempFolder(), "a");
    const before = await openSession(folder, () => Promise.reject(new Error("killed")));
    await before.hear(...finished);
    expect(before.failures).toEqual(["finished:Stop@5000"]);
    const after = await openSession(folder);
    after.at(6_000);
    await after.session.tick();
    expect(after.done).toEqual(["finished:Stop@5000"]);
  });

  it("goes on taking evidence while something long is carried out, and begins that once", async () => {
    let release: () => void = () => undefined;
    const long = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { session, hear, done } = await openSession(join(await tempFolder(), "a"), async (decision) => {
      if (decision.do === "end") await long;
      return true;
    });
    await hear(...s.atWork, s.order(900, "stop"));
    for (let round = 0; round < 3; round++) await session.tick();
    await hear(s.exit(950, 143));
    expect(session.seen.exit?.code).toBe(143);
    expect(done).toEqual([]);
    release();
    await hear(s.end(960));
    expect(done.filter((one) => one === "end")).toHaveLength(1);
    expect(session.over).toBe(true);
    await session.whenOver;
  });

  it("2: tells once that it is stuck, also when the registry never spoke and the bot starts again", async () => {
    const folder = join(await tempFolder(), "a");
    const stuckMs = 100_000 + s.policy.stuckMs;
    const before = await openSession(folder);
    await before.hear(s.launched, s.start(400), s.prompt(600), s.log(90_000), s.log(100_000));
    before.at(stuckMs);
    await before.session.tick();
    expect(before.done).toHaveLength(1);
    const after = await openSession(folder);
    after.at(stuckMs);
    // As the first sweep does: the size in the journal is an older one.
    await after.hear({ channel: "log", at: s.t0 + stuckMs, size: 101_000, changedAt: s.t0 + 100_000 });
    expect(after.done).toEqual([]);
  });

  it("writes nothing while nothing happens, and before a verdict all that was seen meanwhile", async () => {
    const { session, hear, at, journal } = await openSession(join(await tempFolder(), "a"));
    await hear(...finished, s.tmux(6_000), s.log(6_000), s.screen(6_000));
    const before = await journal.read();
    for (let ms = 8_000; ms < 60_000; ms += 2_000) await hear(s.tmux(ms), s.screen(ms), s.log(6_500));
    expect(await journal.read()).toEqual(before);
    at(60_000);
    await hear(s.registry(60_000, "busy"));
    const since = (await journal.read()).slice(before.length);
    expect(since.map((one) => (one.kind === "evidence" ? one.evidence : one.kind))).toEqual([
      s.tmux(58_000),
      s.screen(58_000),
      s.log(6_500),
      s.registry(60_000, "busy"),
      "verdict",
    ]);
    expect(session.view.state).toBe("working");
  });

  it("says by which times it judges, and is told after a restart what it says otherwise than before", async () => {
    const folder = join(await tempFolder(), "a");
    const before = await openSession(folder);
    await before.session.noteOpening("0.2.0");
    await before.hear(...s.atWork);
    const after = await openSession(folder);
    after.at(s.policy.stuckMs + 1_000);
    await after.session.tick();
    const entries = await after.journal.read();
    expect(entries.find((one) => one.kind === "opened")).toMatchObject({ jama: "0.2.0", policy: s.policy });
    expect(entries.findLast((one) => one.kind === "verdict")).toMatchObject({ state: "stuck" });
    expect(after.session.view.since).toBe(s.t0 + s.policy.stuckMs + 1_000);
  });

  it("keeps what could not be written, and writes it when it can again", async () => {
    const folder = join(await tempFolder(), "a");
    const { session, hear, failures, journal } = await openSession(folder);
    await hear(...s.atWork);
    await rename(join(folder, "journal.jsonl"), join(folder, "aside.jsonl"));
    await mkdir(join(folder, "journal.jsonl"));
    await hear(s.tmux(1_000, { attached: 1 }));
    expect(failures).toEqual(["writing the journal"]);
    expect(session.seen.tmux?.attached).toBe(1);
    await rmdir(join(folder, "journal.jsonl"));
    await rename(join(folder, "aside.jsonl"), join(folder, "journal.jsonl"));
    await hear(s.registry(2_000, "waiting"));
    const kept = (await journal.read()).flatMap((one) => (one.kind === "evidence" ? [one.evidence] : []));
    expect(kept.slice(-2)).toEqual([s.tmux(1_000, { attached: 1 }), s.registry(2_000, "waiting")]);
  });
});
