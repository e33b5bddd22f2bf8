/** What a live session judged can be judged again from its journal alone: the same verdicts, resting on the same. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/warden/evidence/evidence.ts";
import { Journal } from "../../../src/warden/journal/journal.ts";
import { replay } from "../../../src/warden/replay/replay.ts";
import { type Hands, LiveSession } from "../../../src/warden/sessions/liveSession.ts";
import { tempFolder } from "../../support/host/temp.ts";
import { seeded, story } from "../judge/random.ts";
import * as s from "../judge/situation.ts";

const idleHands: Hands = {
  carryOut: async () => true,
  noticed: () => undefined,
  failed: (_, what, error) => {
    throw new Error(what, { cause: error });
  },
};

/** Lives through the evidence in rounds, with restarts in between; gives the verdicts as they were made. */
async function live(folder: string, evidence: readonly Evidence[], random: () => number) {
  await mkdir(folder, { recursive: true });
  let now = s.t0;
  const open = async () => {
    const journal = new Journal(folder, () => now);
    const policy = { ...s.policy, stuckMs: random() < 0.5 ? 60_000 : s.policy.stuckMs };
    const session = new LiveSession({
      record: record(folder),
      journal,
      policy,
      hands: idleHands,
      now: () => now,
    });
    session.restore(await journal.read());
    await session.noteOpening("0.0.0");
    return session;
  };
  let session = await open();
  const all = evidence.flatMap((one) => [one, ...looks(random, one.at - s.t0)]);
  for (const one of all) {
    now = Math.max(now, one.at) + Math.floor(random() * 20);
    await session.receive(one);
    // As the sweep does: the same again, a little later.
    if (random() < 0.5 && one.channel !== "hook") {
      now += 2_000;
      await session.receive({ ...one, at: now });
    }
    if (random() < 0.3) {
      now += Math.floor(random() * 70_000);
      await session.tick();
    }
    if (random() < 0.05) session = await open();
  }
  await session.tick();
  return session;
}

/** The channels that only look: what they see again and again, and what changes in it. */
function looks(random: () => number, ms: number): Evidence[] {
  const chance = (share: number) => random() < share;
  const pieces: Evidence[] = [
    s.processes(ms, chance(0.8) ? "alive" : "gone", chance(0.9) ? "alive" : "gone"),
    s.screen(ms, chance(0.7) ? "" : null, null, {
      menu: chance(0.2),
      working: chance(0.4),
      retrying: chance(0.2) ? `Retrying in ${Math.floor(random() * 20)}s` : null,
      tasks: chance(0.2) ? 1 : 0,
      ended: chance(0.1) ? "interrupted" : null,
      said: chance(0.5) ? "Done." : "Shall I go on?",
      text: `painted at ${ms}`,
    }),
    s.ending(ms, chance(0.2), "Done.", { answered: chance(0.8) }),
    { channel: "woke", at: s.t0 + ms },
  ];
  return pieces.filter(() => chance(0.3));
}

const record = (folder: string) => ({
  v: 1 as const,
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

describe("2: a journal", () => {
  it("holds all that each verdict rests on, whatever happened in whatever order", {
    timeout: 120_000,
  }, async () => {
    const home = await tempFolder();
    let verdicts = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const folder = join(home, String(seed));
      const session = await live(folder, story(seed).evidence, seeded(seed + 10_000));
      const entries = await new Journal(folder, Date.now).read();
      const { steps } = replay(entries);
      const judged = steps.flatMap((step) => (step.kind === "verdict" ? [step] : []));
      verdicts += judged.length;
      expect(
        judged.filter((one) => !one.same).map((one) => [one.recorded, one.today]),
        `seed ${seed}`,
      ).toEqual([]);
      for (const { recorded, today } of judged) {
        expect(today.because, `seed ${seed}`).toEqual(recorded.because);
      }
      expect(judged.at(-1)?.recorded.rule ?? session.verdict.rule).toBe(session.verdict.rule);
    }
    expect(verdicts).toBeGreaterThan(600);
  });
});
