/** What the rounds of the sweep bring to a session: taken piece by piece, judged as a whole, mostly without waiting. */
import { describe, expect, it } from "vitest";
import { Journal } from "../../../src/warden/journal/journal.ts";
import { LiveSession } from "../../../src/warden/sessions/liveSession.ts";
import { Turns } from "../../../src/warden/sessions/turns.ts";
import { tempFolder } from "../../support/host/temp.ts";
import { sessionRecord } from "../journal/sessionRecord.ts";
import * as s from "../judge/situation.ts";

async function openSession() {
  const folder = await tempFolder();
  const journal = new Journal(folder, () => now);
  const told: string[] = [];
  let now = s.t0;
  const session = new LiveSession({
    record: sessionRecord({ folder }),
    journal,
    policy: s.policy,
    hands: {
      carryOut: async (_, decision) => told.push("key" in decision ? decision.key : decision.do) > 0,
      noticed: () => undefined,
      failed: (_, what, error) => {
        throw new Error(what, { cause: error });
      },
    },
    now: () => now,
  });
  for (const one of s.atWork) await session.receive(one);
  return { session, journal, told, at: (ms: number) => (now = s.t0 + ms) };
}

describe("a round of the sweep", () => {
  it("is judged at its end, when all that it found is known", async () => {
    const { session, told, at } = await openSession();
    at(9_000);
    await session.find(s.tmux(9_000, { present: false }));
    await session.find(s.exit(9_000, 0));
    expect(told).toEqual([]);
    await session.tick();
    expect(told).toEqual(["over"]);
    expect(session.view.state).toBe("exited");
  });

  it("that finds nothing new writes nothing, and keeps when each channel spoke last", async () => {
    const { session, journal, at } = await openSession();
    await session.find(s.tmux(2_000));
    const before = await journal.read();
    at(4_000);
    await session.find(s.tmux(4_000));
    await session.tick();
    expect(await journal.read()).toEqual(before);
    expect(session.seen.tmux?.at).toBe(s.t0 + 4_000);
    expect(session.lastWords.get("tmux")?.at).toBe(s.t0 + 4_000);
  });

  it("takes its turn behind evidence that is still being written", async () => {
    const { session, at } = await openSession();
    at(5_000);
    const stopping = session.receive(s.stop(5_000));
    const finding = session.find(s.tmux(5_001));
    expect(session.seen.tmux).toBeUndefined();
    await Promise.all([stopping, finding]);
    expect(session.seen.tmux?.at).toBe(s.t0 + 5_001);
  });

  it("changes nothing any more once the end was told", async () => {
    const { session, told, at } = await openSession();
    await session.find(s.exit(9_000, 137));
    await session.tick();
    at(12_000);
    await session.find(s.tmux(11_000));
    await session.receive(s.registry(11_500, "busy"));
    await session.tick();
    expect(session.view.state).toBe("exited");
    expect(told).toEqual(["over"]);
  });

  it("sees what time alone changes", async () => {
    const { session, told, at } = await openSession();
    at(s.policy.stuckMs + 10_000);
    await session.tick();
    expect(session.view.state).toBe("stuck");
    expect(told).toHaveLength(1);
  });
});

describe("turns", () => {
  it("are taken in the order in which they came, and a failure holds up none", async () => {
    const failures: unknown[] = [];
    const turns = new Turns((error) => failures.push(error));
    const order: number[] = [];
    expect(turns.idle).toBe(true);
    void turns.add(async () => void order.push(1));
    void turns.add(() => Promise.reject(new Error("no")));
    void turns.add(async () => void order.push(3));
    expect(turns.idle).toBe(false);
    await turns.done();
    expect(order).toEqual([1, 3]);
    expect(failures).toHaveLength(1);
    expect(turns.idle).toBe(true);
  });
});
