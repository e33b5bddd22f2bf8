/** Ends as hooks tell them, against what comes before, after and beside them. */
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../../src/warden/evidence/evidence.ts";
import * as s from "../situation.ts";

const keys = (evidence: readonly Evidence[], ms: number, done: readonly string[] = []) =>
  s.decisions(evidence, ms, done).flatMap((one) => ("key" in one ? [one.key] : []));
const failed = [...s.atWork, s.failure(5_000), s.registry(5_020, "idle")];

describe("2: the last word on a turn holds", () => {
  it("an end after a failure that Claude Code overcame by itself is an end", () => {
    const overcome = [...failed, s.registry(60_000, "busy"), s.stop(70_000), s.registry(70_010, "idle")];
    expect(s.judge(overcome, 70_020).state).toBe("finished");
  });

  it("a failed turn that goes on by itself is at work again, not by what was busy before", () => {
    expect(s.judge([...failed, s.registry(60_000, "busy")], 61_000).state).toBe("working");
    expect(s.judge([...failed, s.registry(60_000, "busy")], 60_900).state).toBe("failed");
    expect(s.judge([...s.atWork, s.failure(5_000)], 9_000).state).toBe("failed");
    const shortened = [...failed, s.hook(59_990, { event: "compacting" }), s.registry(60_000, "busy")];
    expect(s.judge(shortened, 61_500).state).toBe("failed");
  });

  it("a Stop that comes after the next prompt, of the turn before it, ends nothing", () => {
    const late = [...s.atWork, s.prompt(5_000, "two"), s.stop(4_000), s.log(5_100)];
    expect(s.fold(late).stop).toBeUndefined();
    expect(s.fold([...s.atWork, s.prompt(5_000, "two"), s.stop(4_000, { turn: "two" })]).stop).toBeDefined();
  });

  it("is not the registry's when that is busy for ever: a Stop, a screen at rest and a quiet log are told", () => {
    const stale = [...s.atWork, s.log(4_900), s.stop(5_000), s.screen(19_000)];
    expect(s.judge(stale, 19_999).state).toBe("working");
    expect(s.judge(stale, 20_000)).toMatchObject({ state: "finished", certain: false });
    const works = s.screen(19_000, "", null, { working: true });
    expect(s.judge([...stale, works], 20_000).state).toBe("working");
    const idle = [...s.atWork, s.registry(900, "idle"), s.prompt(2_000, "two"), ...stale.slice(-3)];
    expect(s.judge(idle, 20_000)).toMatchObject({ state: "finished", certain: false });
  });
});

describe("a conversation that was cleared at the desk", () => {
  const clear = s.hook(60_000, { event: "SessionStart", source: "clear", transcript: "/next" });
  const cleared = [...s.atWork, s.stop(5_000), s.registry(5_020, "idle"), clear, s.registry(60_100, "idle")];

  it("2: rests as before: it is not at work, and never seems stuck", () => {
    const done = ["finished:Stop@5000"];
    expect(s.judge(cleared, 60_200).state).toBe("finished");
    expect(
      keys(cleared, 60_200 + 2 * s.policy.stuckMs, done).filter((key) => key.startsWith("stuck")),
    ).toEqual([]);
  });

  it("1: is not torn down: somebody was about to begin something", () => {
    const ms = 400_000;
    const looked = [
      s.log(60_200),
      s.tmux(ms - 500),
      s.screen(ms - 500),
      s.judged(6_000, "Stop@5000", "agreed"),
    ];
    const torn = s.decisions([...cleared, ...looked], ms).some((one) => one.do === "tear-down");
    expect(torn).toBe(false);
  });

  it("2: is asked about when it was the task itself", () => {
    const task = [
      s.launched,
      s.start(400),
      s.hook(500, { event: "SessionStart", source: "clear", transcript: "/n" }),
    ];
    expect(s.judge([...task, s.registry(600, "idle"), s.screen(6_000)], 6_000).rule).toBe("no-turn-begun");
  });
});

describe("2: what moves", () => {
  it("is a hook too: a session that is heard of does not seem stuck", () => {
    const { stuckMs } = s.policy;
    const heard = [...s.atWork, s.hook(stuckMs, { event: "other", name: "Notification" })];
    expect(s.judge(heard, stuckMs + 1_000).state).toBe("working");
  });
});
