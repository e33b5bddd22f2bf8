/** Before the first sign of life: what is ended as a failed start, and what is only told. */
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../../src/warden/evidence/evidence.ts";
import * as s from "../situation.ts";

const { launched } = s;
const trust = (ms: number) => s.screen(ms, null, "Do you trust this folder?");
const blank = (ms: number) => s.screen(ms, null);
/** A program that printed a line and then nothing. */
const silent = [launched, s.log(100), s.tmux(30_000), blank(30_000)];
const cleared = (evidence: readonly Evidence[], ms: number) =>
  s.decisions(evidence, ms).some((one) => one.do === "clear-failed-start");

describe("1: a session without a sign of life", () => {
  it("is ended when it has painted nothing for long and nobody looks on", () => {
    expect(cleared(silent, 30_000)).toBe(true);
  });

  it("is not ended by a screen that is caught empty while a dialog is answered or painted anew", () => {
    const answered = [...silent.slice(0, 3), trust(60_000), blank(62_000)];
    expect(cleared(answered, 62_000)).toBe(false);
    expect(cleared([...answered, blank(89_900)], 89_900)).toBe(false);
    expect(cleared([...answered, blank(90_000)], 90_000)).toBe(true);
  });

  it("is not ended while somebody is attached", () => {
    expect(cleared([...silent, s.tmux(30_000, { attached: 1 })], 30_000)).toBe(false);
  });

  it("is not ended while its log grows: something runs there that no channel knows", () => {
    expect(cleared([...silent, s.log(29_000), blank(30_100)], 30_100)).toBe(false);
  });

  it("is not ended for the time in which the machine slept", () => {
    const woke: Evidence = { channel: "woke", at: s.t0 + 3_600_000 };
    expect(cleared([launched, woke, blank(3_600_100)], 3_600_100)).toBe(false);
    expect(cleared([launched, woke, blank(3_630_000)], 3_630_000)).toBe(true);
  });

  it("lives when its transcript holds a conversation, though its screen is one that nobody knows", () => {
    const told = [launched, s.ending(20_000, false, "I look around."), blank(40_000)];
    expect(s.judge(told, 40_000).state).toBe("working");
    const empty = [launched, s.ending(20_000, false, "", { answered: false }), blank(40_000)];
    expect(s.judge(empty, 40_000).rule).toBe("no-sign-of-life");
  });

  it("2: is told with its screen where it is not ended", () => {
    for (const why of [s.tmux(30_000, { attached: 1 }), s.log(29_000)]) {
      const verdict = s.judge([...silent, why, blank(30_100)], 30_100);
      expect(verdict).toMatchObject({ state: "waiting", rule: "unknown-start" });
    }
  });
});

describe("2: a dialog before the first sign of life", () => {
  const keys = (evidence: readonly Evidence[], ms: number, done: readonly string[] = []) =>
    s.decisions(evidence, ms, done).flatMap((one) => ("key" in one ? [one.key] : []));

  it("that nobody knows is told once, also when it is painted anew", () => {
    const unknown = (ms: number) => s.screen(ms, null, null, { menu: true });
    const first = keys([launched, unknown(2_000)], 2_000);
    expect(first).toHaveLength(1);
    expect(keys([launched, unknown(2_000), blank(4_000)], 4_000, first)).toEqual([]);
    expect(keys([launched, unknown(2_000), blank(4_000), unknown(6_000)], 6_000, first)).toEqual([]);
  });

  it("is told once where the registry speaks only after it, of a time before it and then of the dialog", () => {
    const told = ["asked:dialog:Do you trust this folder?"];
    const late = s.registry(4_500, "idle", "", 3_000);
    const waits = s.registry(4_700, "waiting", "dialog open", 3_700);
    const seen = [launched, s.log(3_800), trust(4_200)];
    expect(keys(seen, 4_200)).toEqual(told);
    for (const [evidence, ms] of [
      [[...seen, late], 4_500],
      [[...seen, late, waits], 4_700],
      [[...seen, late, waits, trust(5_700)], 5_700],
      [[...seen, late, waits, trust(5_700), trust(15_000)], 15_000],
    ] as const)
      expect([ms, keys(evidence, ms, told)]).toEqual([ms, []]);
    const works = s.registry(6_000, "busy");
    const answered = ["answered:dialog:Do you trust this folder?"];
    expect(keys([...seen, late, waits, works], 6_000, told)).toEqual(answered);
  });

  it("is not taken for the dialogs that follow its answer, where no look showed the prompt box between them", () => {
    const first = [launched, s.log(3_800), trust(4_200), s.registry(5_000, "busy")];
    const waits = (ms: number) => [s.registry(ms, "waiting", "permission prompt"), trust(ms + 1_500)];
    const told = keys([...first, ...waits(6_000)], 7_500, ["asked:dialog:Do you trust this folder?"]);
    expect(told).toContainEqual(expect.stringContaining("asked:registry:"));
    const next = [...first, ...waits(6_000), s.registry(9_000, "busy"), ...waits(12_000)];
    const more = keys(next, 13_500, told).filter((key) => key.startsWith("asked:"));
    expect(more).toHaveLength(1);
    expect(told).not.toContain(more[0]);
  });

  it("is told once where the registry's busy of before it is heard after it", () => {
    const told = ["asked:dialog:Do you trust this folder?"];
    const late = s.registry(5_000, "busy", "", 3_500);
    const waits = s.registry(5_200, "waiting", "dialog open", 4_100);
    const seen = [launched, s.log(3_800), trust(4_200), late];
    expect(keys(seen, 5_000, told)).toEqual([]);
    expect(keys([...seen, waits, trust(6_700)], 6_700, told)).toEqual([]);
  });

  it("is answered when it stays away, or a hook tells of life", () => {
    const answered = ["answered:dialog:Do you trust this folder?"];
    const told = ["asked:dialog:Do you trust this folder?"];
    expect(keys([launched, trust(2_000), blank(4_000), blank(7_000)], 7_000, told)).toEqual(answered);
    const lives = [launched, s.log(1_900), trust(4_000), s.start(5_000), s.prompt(5_100)];
    expect(keys(lives, 5_100, told)).toEqual(answered);
  });
});
