/** When the costly channels are looked at, and when that does not wait for the sweep. */
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/warden/evidence/evidence.ts";
import { nextLook, wantsProcess, wantsScreen, wantsTranscript } from "../../../src/warden/judge/looks.ts";
import * as s from "./situation.ts";

const at = (ms: number) => s.t0 + ms;
const idle = [...s.atWork, s.log(4_900), s.registry(5_000, "idle")];
const silent = [s.launched, s.screen(1_000), s.log(4_000)];

describe("a screen is read", () => {
  const wants = (seen: readonly Evidence[], ms: number) => wantsScreen(s.fold(seen), at(ms));

  it("when nothing has come to life after a moment: a dialog may stand there", () => {
    expect([wants([s.launched], 1_499), wants([s.launched], 1_500)]).toEqual([false, true]);
  });

  it("when it waits and no hook said for what, once", () => {
    const waits = [...s.atWork, s.registry(5_000, "waiting")];
    expect(wants(waits, 7_100)).toBe(true);
    expect(wants([...waits, s.screen(7_100, null)], 9_000)).toBe(false);
    expect(wants([...waits, s.permission(4_990)], 9_000)).toBe(false);
  });

  it("now and then while it works and no hook comes: the API may be refusing", () => {
    expect([wants(s.atWork, 15_000), wants(s.atWork, 15_600)]).toEqual([false, true]);
    const read = [...s.atWork, s.screen(15_600, "", null, { working: true }), s.log(15_700)];
    expect([wants(read, 30_000), wants([...read, s.log(35_000)], 36_000)]).toEqual([false, true]);
  });

  it("whenever it was painted, where hooks and registry are silent", () => {
    expect(wants(silent, 4_100)).toBe(true);
    expect(wants([...silent, s.screen(4_500)], 60_000)).toBe(false);
  });

  it("not while a finished turn rests, nor once a hook has told how it ended", () => {
    expect(wants([...idle, s.stop(4_990)], 60_000)).toBe(false);
    expect(wants([...idle, s.failure(4_990)], 60_000)).toBe(false);
  });
});

describe("a transcript is read", () => {
  const wants = (seen: readonly Evidence[], ms: number) => wantsTranscript(s.fold(seen), at(ms));

  it("when a turn rests and no hook said why, after the registry's flashes", () => {
    expect([wants(idle, 5_299), wants(idle, 5_300)]).toEqual([false, true]);
    expect(wants([...idle, s.stop(5_100)], 5_300)).toBe(false);
  });

  it("once more when it was flushed too late to tell", () => {
    const read = [...idle, s.ending(5_300, false)];
    expect([wants(read, 6_999), wants(read, 7_000)]).toEqual([false, true]);
    expect(wants([...read, s.ending(7_000, false)], 9_000)).toBe(false);
    expect(wants([...idle, s.ending(5_300, true)], 9_000)).toBe(false);
  });
});

describe("processes are asked", () => {
  it("at once, then every ten seconds", () => {
    const wants = (seen: readonly Evidence[], ms: number) => wantsProcess(s.fold(seen), at(ms));
    expect(wants(s.atWork, 700)).toBe(true);
    const asked = [...s.atWork, s.processes(700, "alive")];
    expect([wants(asked, 10_699), wants(asked, 10_700)]).toEqual([false, true]);
  });
});

describe("the next look", () => {
  const next = (seen: readonly Evidence[], ms: number) => nextLook(s.fold(seen), at(ms));

  it("does not wait for the sweep after an idle that no hook explains", () => {
    expect(next(idle, 5_010)).toBe(310);
    expect(next([...idle, s.ending(5_310, true)], 5_320)).toBeUndefined();
  });

  it("comes when a vanished session has had its time for an exit event", () => {
    expect(next([...s.atWork, s.tmux(2_000, { present: false })], 2_100)).toBe(1_400);
  });

  it("comes when a log is quiet for long enough, where the registry is silent", () => {
    expect(next([s.launched, s.start(400), s.stop(900), s.log(1_000)], 1_000)).toBe(3_000);
    expect(next([s.launched, s.start(400), s.prompt(600), s.log(1_000)], 1_000)).toBe(1_600);
    expect(next([s.launched, s.start(400), s.stop(900), s.log(1_000)], 2_700)).toBe(1_300);
  });

  it("is the sweep's while it works", () => {
    expect(next(s.atWork, 700)).toBeUndefined();
  });
});
