/** A failed turn that a person lets go on, now or when the limit is lifted. */
import { describe, expect, it } from "vitest";
import type { SessionEvent } from "../../../src/protocol/events.ts";
import type { Evidence } from "../../../src/warden/evidence/evidence.ts";
import { GoOn } from "../../../src/warden/goOn/goOn.ts";
import { openGoOnPlans } from "../../../src/warden/goOn/goOnPlans.ts";
import type { Typing } from "../../../src/warden/type/typist.ts";
import { session as view } from "../../desk/message/sound.ts";
import { rememberingLog, tempFolder } from "../../support/host/temp.ts";
import { sessionRecord } from "../journal/sessionRecord.ts";
import * as s from "../judge/situation.ts";

const limitedUntil = (s.t0 + 3_600_000) / 1_000;
const refusal = (lastMessage: string): Evidence =>
  s.hook(9_000, { event: "StopFailure", turn: "one", error: "rate_limit", lastMessage });
const limited = [...s.atWork, refusal(`Claude usage limit reached|${limitedUntil}`)];

/** One session with a clock of its own; `again` is the same home after a restart. */
async function open(evidence: readonly Evidence[], typing: Typing = { outcome: "done" }, home?: string) {
  const folder = home ?? (await tempFolder());
  const { log } = rememberingLog();
  const jobs: { ms: number; job: () => Promise<void> }[] = [];
  const told: SessionEvent[] = [];
  const typed: string[] = [];
  const world = { evidence };
  const done = new Set<string>();
  const goOn = new GoOn({
    plans: await openGoOnPlans(folder, log),
    find: (name) =>
      name === "claude-webapp"
        ? {
            record: sessionRecord({ name }),
            seen: s.fold(world.evidence),
            view: view({ name }),
            verdict: s.judge(world.evidence, 10_000),
            done,
            markDone: async (key) => void done.add(key),
          }
        : undefined,
    typist: {
      say: async (_, text, by) => {
        typed.push(`${by}: ${text}`);
        return typing;
      },
    },
    text: "Go on.",
    events: { publish: async (event) => void told.push(event) },
    attachCommand: (name) => `tmux attach -t ${name}`,
    later: (ms, job) => {
      const one = { ms, job };
      jobs.push(one);
      return () => void jobs.splice(jobs.indexOf(one), 1);
    },
    now: () => s.t0 + 10_000,
  });
  goOn.start();
  const order = (when: "now" | "reset", id = "u1") => goOn.order({ id, session: "claude-webapp", when });
  return { goOn, order, jobs, told, typed, world, folder };
}

describe("a failed turn", () => {
  it("goes on at once on a person's word, once for one tap", async () => {
    const { order, typed } = await open(limited);
    expect(await order("now")).toEqual({ outcome: "done" });
    expect(await order("now")).toEqual({ outcome: "done" });
    expect(typed).toEqual(["person: Go on."]);
  });

  it("that cannot be typed to says why", async () => {
    const { order } = await open(limited, { outcome: "refused", why: "its terminal is gone" });
    expect(await order("now")).toEqual({ outcome: "refused", why: "its terminal is gone" });
  });

  it("goes on when the limit is lifted, and that is told", async () => {
    const { order, jobs, typed, told } = await open(limited);
    expect(await order("reset")).toEqual({ outcome: "put-off", at: limitedUntil * 1_000 });
    expect(jobs.map((one) => one.ms)).toEqual([3_590_000]);
    await jobs[0]?.job();
    expect(typed).toEqual(["jama: Go on."]);
    expect(told).toMatchObject([{ type: "went-on", why: null }]);
  });

  it("9: goes on when the limit is lifted also after a restart in between, and once", async () => {
    const first = await open(limited);
    await first.order("reset");
    first.goOn.close();
    const second = await open(limited, { outcome: "done" }, first.folder);
    expect(second.jobs).toHaveLength(1);
    await second.jobs[0]?.job();
    expect(second.typed).toHaveLength(1);
    expect((await open(limited, { outcome: "done" }, first.folder)).jobs).toEqual([]);
  });

  it("6: that somebody looks at then is left to them, and that is told", async () => {
    const { order, jobs, told } = await open(limited, {
      outcome: "refused",
      why: "somebody is attached to it",
    });
    await order("reset");
    await jobs[0]?.job();
    expect(told).toMatchObject([{ type: "went-on", why: "somebody is attached to it" }]);
  });

  it("that went on meanwhile, or is over, is owed nothing", async () => {
    const { order, jobs, typed, told, world } = await open(limited);
    await order("reset");
    world.evidence = [...limited, s.prompt(9_500, "two")];
    await jobs[0]?.job();
    expect([typed, told]).toEqual([[], []]);
    expect(await order("now")).toMatchObject({ outcome: "refused" });
  });

  it("whose limit nobody timed is not put off", async () => {
    const { order, jobs } = await open([...s.atWork, refusal("Try again later.")]);
    expect(await order("reset")).toMatchObject({ outcome: "refused" });
    expect(jobs).toEqual([]);
  });
});
