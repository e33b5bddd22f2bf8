/** No false kill: starting from "all agree", any single signal that is missing, old or against it blocks. */
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/warden/evidence/evidence.ts";
import { blockers } from "../../../src/warden/judge/blockers.ts";
import type { Policy } from "../../../src/warden/judge/verdict.ts";
import { agreeing, breaks, evidenceOf, overMs, type Signals, stopId } from "./agreement.ts";
import * as s from "./situation.ts";

/** Undefined when the session does not count as finished at all. */
function against(signals: Signals, ms = overMs, policy: Policy = s.policy): string[] | undefined {
  const seen = s.fold(evidenceOf(signals));
  const verdict = s.judge(evidenceOf(signals), ms, policy);
  if (verdict.kind !== "finished") return undefined;
  return blockers(seen, verdict, policy, s.t0 + ms).map((one) => one.name);
}

const tearsDown = (signals: Signals, ms = overMs, policy: Policy = s.policy) =>
  s.decisions(evidenceOf(signals), ms, [], policy).some((one) => one.do === "tear-down" && one.confirmed);

describe("1: teardown", () => {
  it("is decided when every signal agrees", () => {
    expect(against(agreeing)).toEqual([]);
    expect(tearsDown(agreeing)).toBe(true);
  });

  it.each(breaks)("is not decided when $what", ({ change }) => {
    expect(tearsDown({ ...agreeing, ...change })).toBe(false);
  });

  it.each(breaks.filter((one) => one.blocker))(
    "names the one thing against it: $what",
    ({ change, blocker }) => {
      expect(against({ ...agreeing, ...change })).toEqual([blocker]);
    },
  );

  it("waits for the grace period to the millisecond", () => {
    const soon = { ...agreeing, tmux: s.tmux(124_900), screen: s.screen(124_900), log: s.log(4_000) };
    expect(against(soon, 124_999)).toEqual(["grace"]);
    expect(against(soon, 125_000)).toEqual([]);
  });

  it("waits for as long after a restart: what ended meanwhile is told only then", () => {
    const boot: Evidence = { channel: "boot", at: s.t0 + 60_000, boot: "this" };
    const ms = 179_999;
    const again = { ...agreeing, tmux: s.tmux(ms), screen: s.screen(ms), more: [boot] };
    expect(against(again, ms)).toEqual(["grace"]);
    expect(against(again, 180_000)).toEqual([]);
  });

  it("waits for the desk's word after a restart, too", () => {
    const boot: Evidence = { channel: "boot", at: s.t0 + 1_000_000, boot: "this" };
    const again = { ...agreeing, desk: undefined, more: [boot] };
    const named = (ms: number) => against({ ...again, tmux: s.tmux(ms), screen: s.screen(ms) }, ms);
    expect(named(1_000_100)).toEqual(["unjudged", "grace"]);
    expect(named(1_599_999)).toEqual(["unjudged"]);
    expect(named(1_600_000)).toEqual(["never-judged"]);
    expect(s.decisions(evidenceOf(again), 1_000_100, [`finished:${stopId}`])).toEqual([]);
  });

  it("waits for the verify command where the project has one", () => {
    const policy = { ...s.policy, verifies: true };
    expect(against(agreeing, overMs, policy)).toEqual(["verifying"]);
    const passed = { ...agreeing, more: [s.verified(7_000, stopId, true)] };
    expect(against(passed, overMs, policy)).toEqual([]);
  });

  it("is not caused by the model's agreement: without it no opinion is enough, with it nothing else is needed less", () => {
    expect(tearsDown({ ...agreeing, desk: s.judged(6_000, stopId, "no-opinion") })).toBe(true);
    for (const { change } of breaks) {
      const agreed = { ...agreeing, desk: s.judged(6_000, stopId, "agreed"), ...change };
      expect(tearsDown(agreed)).toBe(false);
    }
  });

  it("is only begun with a look, when nothing but a look is missing", () => {
    const unlooked = evidenceOf({ ...agreeing, screen: undefined, tmux: undefined });
    expect(s.decisions(unlooked, overMs)).toContainEqual({ do: "tear-down", confirmed: false });
  });

  it("is not decided when tmux says that there is no such session", () => {
    const gone = { ...agreeing, tmux: s.tmux(overMs - 500, { present: false, panes: 0 }) };
    expect(tearsDown(gone)).toBe(false);
  });
});

describe("1: a session with something on its screen", () => {
  const begun = (signals: Signals, ms: number) =>
    s.decisions(evidenceOf(signals), ms).some((one) => one.do === "tear-down");

  it.each([
    ["text in its box", s.screen(overMs, "half a thought")],
    ["a menu", s.screen(overMs, null, null, { menu: true })],
    ["a task that is counted", s.screen(overMs, "", null, { tasks: 1 })],
  ])("is not looked at again and again while nothing is painted: %s", (_, screen) => {
    const later = overMs + 600_000;
    const seen = { ...agreeing, screen, tmux: s.tmux(later - 500) };
    expect(begun(seen, later)).toBe(false);
    expect(begun({ ...seen, log: s.log(later - s.policy.graceMs) }, later)).toBe(true);
  });
});

describe("1: a session that is kept", () => {
  const kept = (signals: Signals, ms = overMs) =>
    s.decisions(evidenceOf(signals), ms).filter((one) => one.do === "tell-kept");

  it.each(breaks)(
    "is told of where the person has not heard why: $what",
    ({ change, kept: told = false }) => {
      expect(kept({ ...agreeing, ...change })).toHaveLength(told ? 1 : 0);
    },
  );

  it("is told of only when it would have been torn down by now", () => {
    const typed = { ...agreeing, screen: s.screen(60_000, "half") };
    expect(kept(typed, 60_500)).toEqual([]);
  });

  it("12: is told of, or ended after all, when a crash lost the desk's word on it", () => {
    const dayMs = 86_400_000;
    const looked = { tmux: s.tmux(dayMs - 500), screen: s.screen(dayMs - 500) };
    const unjudged = evidenceOf({ ...agreeing, ...looked, desk: undefined });
    expect(s.decisions(unjudged, dayMs, [`finished:${stopId}`])).not.toEqual([]);
  });
});
