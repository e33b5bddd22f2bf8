/** The guardian's plans: told before they are carried out, carried out once, whatever happens in between. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ResumeReply } from "../../../src/protocol/commands.ts";
import type { SessionEvent } from "../../../src/protocol/events.ts";
import { Guard, type Guarded, type GuardInput } from "../../../src/warden/guard/guard.ts";
import { openPlans } from "../../../src/warden/guard/plans.ts";
import { guardPolicy } from "../../../src/warden/guard/policy.ts";
import { openIndex } from "../../../src/warden/journal/index.ts";
import type { JournalEntry } from "../../../src/warden/journal/journal.ts";
import type { SessionRecord } from "../../../src/warden/journal/record.ts";
import type { Verdict, VerdictOf } from "../../../src/warden/judge/verdict.ts";
import type { Typing } from "../../../src/warden/type/typist.ts";
import { rememberingLog, tempFolder } from "../../support/host/temp.ts";
import { sessionRecord } from "../journal/sessionRecord.ts";
import * as s from "../judge/situation.ts";

const plain = { detail: "", because: [] };
const killed: Verdict = { ...plain, kind: "exited", code: 137, rule: "exit-event", state: "exited" };
const stuck: VerdictOf<"stuck"> = {
  ...plain,
  kind: "stuck",
  since: 77,
  rule: "nothing-moves",
  state: "stuck",
};
const accepted: ResumeReply = { outcome: "accepted", session: "claude-webapp-2", queued: false };
const alive = { channel: "process", at: s.t0, pid: 100, claude: "alive", launcher: "alive" } as const;

interface World {
  home: string;
  reply?: ResumeReply;
  guardian?: boolean;
  typing?: Typing;
}

/** A guardian with a clock of its own. */
async function openGuard({ home, reply = accepted, guardian = true, typing = { outcome: "done" } }: World) {
  const { log } = rememberingLog();
  let now = s.t0;
  const jobs: { at: number; job: () => Promise<void> }[] = [];
  const resumed: { session: string; attempt: number }[] = [];
  const told: SessionEvent[] = [];
  let escapes = 0;
  const plans = await openPlans(home, log);
  const index = await openIndex(home, log);
  const input: GuardInput = {
    policyOf: () => guardPolicy(guardian),
    plans,
    index,
    typist: {
      escape: async () => {
        escapes += 1;
        return typing;
      },
    },
    resume: async (session, { attempt }) => {
      resumed.push({ session, attempt });
      return reply;
    },
    events: { publish: async (event) => void told.push(event) },
    later: (ms, job) => {
      const one = { at: now + ms, job };
      jobs.push(one);
      return () => void jobs.splice(jobs.indexOf(one), 1);
    },
    log,
    now: () => now,
  };
  const guard = new Guard(input);
  const pass = async (ms: number) => {
    now += ms;
    for (const one of jobs.filter(({ at }) => at <= now)) {
      jobs.splice(jobs.indexOf(one), 1);
      await one.job();
    }
  };
  const over = (record: SessionRecord) =>
    index.update((data) => {
      data.sessions[record.name] = { record, over: true, overAt: now, state: "exited" };
    });
  return { guard, plans, index, pass, over, resumed, told, escapes: () => escapes };
}

function session(about: Partial<SessionRecord> = {}, state = "working") {
  const record = sessionRecord(about);
  const verdict = (of: string, at: number): JournalEntry => ({
    kind: "verdict",
    at,
    state: of,
    rule: "r",
    detail: "",
    because: [],
  });
  const done = new Set<string>();
  const guarded: Guarded = {
    record,
    seen: s.fold([...s.atWork, alive]),
    done,
    view: { ...record, state: "exited", detail: "", since: s.t0 },
    journal: { read: async () => [verdict("starting", 1), verdict(state, 2), verdict("exited", 3)] },
    markDone: async (key) => void done.add(key),
  };
  return guarded;
}

describe("a crash under a guardian", () => {
  it("is told with the plan, and resumed when its time has come, once", async () => {
    const { guard, over, pass, resumed, plans } = await openGuard({ home: await tempFolder() });
    const crashed = session();
    expect(await guard.ended(crashed, killed)).toEqual({ does: "resume", attempt: 1, of: 3, afterMs: 5_000 });
    await pass(60_000);
    expect(resumed).toEqual([]); // its end is not told yet
    await over(crashed.record);
    guard.go(crashed.record.name);
    await pass(0);
    expect(resumed).toEqual([{ session: crashed.record.name, attempt: 1 }]);
    expect(plans.data.plans).toEqual({});
    await pass(600_000);
    expect(resumed).toHaveLength(1);
  });

  it("waits for its time", async () => {
    const { guard, over, pass, resumed } = await openGuard({ home: await tempFolder() });
    const crashed = session();
    await guard.ended(crashed, killed);
    await over(crashed.record);
    guard.go(crashed.record.name);
    await pass(4_999);
    expect(resumed).toEqual([]);
    await pass(1);
    expect(resumed).toHaveLength(1);
  });

  it("goes on counting where the crashed session was itself resumed by it", async () => {
    const { guard } = await openGuard({ home: await tempFolder() });
    const chain = (attempt: number) =>
      session({ resumes: { session: "x", ownWords: false, before: [], guard: { attempt, of: 3 } } });
    expect(await guard.ended(chain(2), killed)).toMatchObject({ attempt: 3, afterMs: 120_000 });
    const other = (await openGuard({ home: await tempFolder() })).guard;
    expect(await other.ended(chain(3), killed)).toEqual({ does: "give-up", of: 3 });
  });

  it("counts anew after a person resumed it", async () => {
    const { guard } = await openGuard({ home: await tempFolder() });
    const byHand = session({ resumes: { session: "x", ownWords: true, before: [] } });
    expect(await guard.ended(byHand, killed)).toMatchObject({ attempt: 1 });
  });

  it("that came when its work was over is no business of the guardian's", async () => {
    const { guard, plans } = await openGuard({ home: await tempFolder() });
    expect(await guard.ended(session({}, "finished"), killed)).toBeUndefined();
    expect(plans.data.plans).toEqual({});
  });
});

describe("9: a plan", () => {
  it("survives a restart, before its end was told and after", async () => {
    const home = await tempFolder();
    const crashed = session();
    const first = await openGuard({ home });
    await first.guard.ended(crashed, killed);
    const second = await openGuard({ home });
    await second.pass(2_000);
    expect(await second.guard.ended(crashed, killed)).toMatchObject({ attempt: 1, afterMs: 3_000 });
    await second.over(crashed.record);
    const third = await openGuard({ home });
    third.guard.start();
    await third.pass(5_000);
    expect(third.resumed).toHaveLength(1);
  });

  it("that was carried out before a crash is not carried out again", async () => {
    const home = await tempFolder();
    const crashed = session();
    const first = await openGuard({ home });
    await first.guard.ended(crashed, killed);
    await first.over(crashed.record);
    const resumes = { session: crashed.record.name, ownWords: false, before: [] };
    const folder = join(home, "sessions", "claude-webapp-2");
    const next = sessionRecord({ name: "claude-webapp-2", folder, resumes });
    await first.index.update((data) => {
      data.sessions[next.name] = { record: next, over: false, overAt: null, state: "working" };
    });
    const second = await openGuard({ home });
    second.guard.start();
    await second.pass(10_000);
    expect(second.resumed).toEqual([]);
    expect(second.plans.data.plans).toEqual({});
  });

  it("is called off by a person, and by taking the guardian away", async () => {
    const home = await tempFolder();
    const crashed = session();
    const first = await openGuard({ home });
    await first.guard.ended(crashed, killed);
    await first.over(crashed.record);
    first.guard.go(crashed.record.name);
    expect(await first.guard.callOff(crashed.record.name)).toBe(true);
    expect(await first.guard.callOff(crashed.record.name)).toBe(false);
    await first.pass(10_000);
    expect(first.resumed).toEqual([]);
    await first.guard.ended(crashed, killed);
    const without = await openGuard({ home, guardian: false });
    without.guard.start();
    await without.pass(20_000);
    expect(without.resumed).toEqual([]);
  });

  it("2: that cannot be carried out is told, with what stands in the way", async () => {
    const leftovers = [{ pid: 7, command: "claude" }];
    const { guard, over, pass, told } = await openGuard({
      home: await tempFolder(),
      reply: { outcome: "still-runs", leftovers },
    });
    const crashed = session();
    await guard.ended(crashed, killed);
    await over(crashed.record);
    guard.go(crashed.record.name);
    await pass(5_000);
    expect(told).toMatchObject([{ type: "not-resumed", leftovers, session: { name: crashed.record.name } }]);
  });
});

describe("a standstill under a guardian", () => {
  it("gets Escape once, told; then the person is asked", async () => {
    const { guard, pass, told, escapes } = await openGuard({ home: await tempFolder() });
    const frozen = session();
    expect(await guard.froze(frozen, stuck)).toBe(false);
    await pass(2_000);
    expect(await guard.froze(frozen, stuck)).toBe(false);
    await pass(8_000);
    expect(await guard.froze(frozen, stuck)).toBe(true);
    expect(escapes()).toBe(1);
    expect(told.map((one) => one.type)).toEqual(["escaped"]);
  });

  it("7: is told at once where Escape cannot be pressed", async () => {
    const typing: Typing = { outcome: "refused", why: "something else has its terminal" };
    const { guard, told } = await openGuard({ home: await tempFolder(), typing });
    expect(await guard.froze(session(), stuck)).toBe(true);
    expect(told).toEqual([]);
  });

  it("is told at once without one", async () => {
    const { guard, escapes } = await openGuard({ home: await tempFolder(), guardian: false });
    expect(await guard.froze(session(), stuck)).toBe(true);
    expect(escapes()).toBe(0);
  });
});
