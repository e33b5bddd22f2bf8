/** Which sessions a round of the sweep may leave out, since whatever happens to them is heard at once. */
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/warden/evidence/evidence.ts";
import { isFollowed } from "../../../src/warden/judge/looks.ts";
import * as s from "./situation.ts";

describe("a round may leave out", () => {
  const atWork = [...s.atWork, s.tmux(500), s.processes(500, "alive")];
  const working = [...atWork, s.registry(3_000, "busy"), s.screen(4_000, "", null, { working: true })];
  const asked = [...atWork, s.permission(5_000), s.registry(5_050, "waiting"), s.screen(6_100, null)];
  const left = [...atWork, s.stop(5_000, { tasks: ["build"], onlyShells: false }), s.registry(5_100, "busy")];
  const canWait = (evidence: readonly Evidence[], ms: number) => isFollowed(s.fold(evidence), s.t0 + ms);

  it("what hooks and registry both speak of, while it works, asks, or its tasks run", () => {
    expect([canWait(working, 5_000), canWait(asked, 9_000), canWait(left, 9_000)]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it.each<[string, readonly Evidence[], number]>([
    ["of which no hook has spoken", [s.launched, s.tmux(300), s.registry(400, "busy")], 2_000],
    ["of which tmux was not asked yet", working.filter((one) => one.channel !== "tmux"), 5_000],
    ["to which somebody is attached, who may leave", [...working, s.tmux(4_500, { attached: 1 })], 5_000],
    ["of which the registry does not speak", atWork.filter((one) => one.channel !== "registry"), 2_000],
    ["whose entry is gone", [...working, s.registry(7_000, "unknown")], 9_000],
    ["that rests", [...working, s.registry(7_000, "idle")], 9_000],
    ["that is over", [...working, s.stop(7_000), s.registry(7_020, "idle")], 9_000],
    ["that failed", [...working, s.failure(7_000)], 9_000],
    ["that waits for what no hook told", [...working, s.registry(7_000, "waiting")], 9_000],
    ["that is to be ended", [...working, s.order(7_000, "stop")], 9_000],
    ["of which tmux knows nothing any more", [...working, s.tmux(7_000, { present: false })], 9_000],
    ["whose screen is worth a look", [...working, s.tmux(60_000), s.processes(60_000, "alive")], 60_000],
    ["of which tmux was not asked since the last beat", working, 10_000],
    ["of which tmux was asked in a time to come: the clock was set back", [...working, s.tmux(9_000)], 8_000],
    [
      "of which tmux was asked by an earlier run only",
      [...working, { channel: "boot", at: s.t0 + 4_500, boot: "this" }],
      5_000,
    ],
    ["with a Stop that the registry does not know of", [...working, s.stop(7_000)], 7_500],
    [
      "that went on at once",
      [...working, s.stop(6_000), s.registry(6_100, "idle"), s.registry(7_000, "busy")],
      7_500,
    ],
    [
      "whose shells may have ended",
      [...working, s.stop(6_000, { tasks: ["build"], onlyShells: true }), s.registry(7_000, "busy")],
      7_500,
    ],
  ])("nothing %s", (_, evidence, ms) => {
    expect(canWait(evidence, ms)).toBe(false);
  });
});
