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
    const halfPainted = [...waits, s.log(6_950), s.screen(7_000, null, null, { painting: true })];
    expect([wants(halfPainted, 9_000), wants([...halfPainted, s.screen(9_000, null)], 11_000)]).toEqual([
      true,
      false,
    ]);
    expect(wants(waits, 7_100)).toBe(true);
    expect(wants([...waits, s.screen(7_100, null)], 9_000)).toBe(false);
    expect(wants([...waits, s.permission(4_990)], 9_000)).toBe(false);
  });

  it("for a wait that goes on after the answer, when the registry has had its time to catch up", () => {
    const waits = [...s.atWork, s.question(4_990), s.registry(5_000, "waiting"), s.log(5_010)];
    const answered = [...waits, s.answered(30_000)];
    expect([wants(answered, 30_100), wants(answered, 32_000)]).toEqual([false, true]);
    expect(nextLook(s.fold(answered), at(30_000))).toBe(2_020);
  });

  it("now and then while it works and no hook comes: the API may be refusing", () => {
    expect([wants(s.atWork, 15_000), wants(s.atWork, 15_600)]).toEqual([false, true]);
    const read = (ms: number) => [...s.atWork, s.screen(ms, "", null, { working: true }), s.log(ms + 100)];
    expect([wants(read(20_100), 39_999), wants(read(20_100), 40_000)]).toEqual([false, true]);
    const still = [...s.atWork, s.log(20_100), s.screen(20_400)];
    expect([wants(still, 40_000), wants([...still, s.log(39_000)], 40_000)]).toEqual([false, true]);
  });

  it("now and then in the same moment for all sessions, whenever they began: one program reads them", () => {
    const begun = (ms: number) => [s.launched, s.start(ms), s.registry(ms, "busy"), s.prompt(ms)];
    const read = (ms: number) => [...begun(ms), s.screen(ms + 15_000), s.log(ms + 15_100)];
    expect([wants(read(400), 19_999), wants(read(4_900), 19_999)]).toEqual([false, false]);
    expect([wants(read(400), 20_000), wants(read(4_900), 20_000)]).toEqual([true, true]);
  });

  it("whenever it was painted, where hooks and registry are silent", () => {
    expect(wants(silent, 4_100)).toBe(true);
    expect(wants([...silent, s.screen(4_500)], 60_000)).toBe(false);
  });

  it("again when it was at work and nothing was painted since: its last stroke may have slipped through", () => {
    const working = [...silent, s.screen(4_500, "", null, { working: true })];
    expect([wants(working, 14_500), wants(working, 14_501)]).toEqual([false, true]);
  });

  it("every other second, when painted, where no hook ever speaks: a form is nothing to the registry", () => {
    const busy = [
      s.launched,
      s.registry(300, "busy"),
      s.log(1_000),
      s.screen(2_400, "", null, { working: true }),
    ];
    expect(wants(busy, 9_000)).toBe(false);
    expect([wants([...busy, s.log(2_500)], 4_000), wants([...busy, s.log(4_300)], 4_500)]).toEqual([
      false,
      true,
    ]);
  });

  it("again after a Stop without a registry, when the last one was read before all was painted", () => {
    const stopped = [s.launched, s.start(300), s.prompt(600), s.log(3_900), s.stop(4_000)];
    const early = [...stopped, s.screen(4_080, "", null, { working: true }), s.log(4_170)];
    expect(wants(early, 6_000)).toBe(true);
    expect(wants([...early, s.screen(6_000)], 60_000)).toBe(false);
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
  it("at once, then every ten seconds, all in the same moment", () => {
    const wants = (seen: readonly Evidence[], ms: number) => wantsProcess(s.fold(seen), at(ms));
    expect(wants(s.atWork, 700)).toBe(true);
    const asked = [...s.atWork, s.processes(700, "alive")];
    expect([wants(asked, 9_999), wants(asked, 10_000)]).toEqual([false, true]);
  });
});

describe("the next look", () => {
  const next = (seen: readonly Evidence[], ms: number) => nextLook(s.fold(seen), at(ms));

  it("does not wait for the sweep after an idle that no hook explains", () => {
    expect(next(idle, 5_010)).toBe(310);
    expect(next([...idle, s.ending(5_310, true)], 5_320)).toBeUndefined();
  });

  it("comes when a vanished session has had its time for an exit event", () => {
    expect(next([...s.atWork, s.tmux(2_000, { present: false })], 2_100)).toBe(1_420);
  });

  it("comes when a log is quiet for long enough, where the registry is silent", () => {
    expect(next([s.launched, s.start(400), s.stop(900), s.log(1_000)], 1_000)).toBe(3_000);
    const asked = [s.launched, s.start(400), s.prompt(600), s.log(1_000)];
    expect(next([...asked, s.screen(1_200)], 1_300)).toBe(1_300);
    expect(next([...asked, s.screen(1_200)], 2_700)).toBe(350);
    expect(next([...asked, s.screen(1_200, "", null, { working: true })], 1_300)).toBeUndefined();
    expect(next([s.launched, s.start(400), s.stop(900), s.log(1_000)], 2_700)).toBe(1_300);
  });

  it("is the sweep's while it works", () => {
    expect(next(s.atWork, 700)).toBeUndefined();
  });
});

describe("2: whatever a rule rests on is looked at", () => {
  const wants = (seen: readonly Evidence[], ms: number) => wantsScreen(s.fold(seen), at(ms));

  it("a screen that was read while it was painted is read again", () => {
    const dialog = [s.launched, s.screen(1_000), s.log(4_000), s.screen(4_100, null, null, { menu: true })];
    expect(wants(dialog, 6_000)).toBe(true);
    expect(wants([...dialog, s.screen(6_000, null, null, { menu: true })], 60_000)).toBe(false);
  });

  it("an idle session that never began a turn, also when a dialog was read before", () => {
    const trusted = [s.launched, s.screen(2_000, null, "Trust"), s.start(9_000), s.registry(9_010, "idle")];
    expect(wants(trusted, 11_010)).toBe(true);
    expect(wants([...trusted, s.log(11_000), s.screen(11_600), s.log(20_000)], 60_000)).toBe(false);
  });

  it("an end that no hook told of, until the prompt box is seen", () => {
    const caught = [...idle, s.log(7_050), s.screen(7_060, null)];
    expect(wants(caught, 9_000)).toBe(true);
    expect(wants([...caught, s.screen(9_000)], 60_000)).toBe(false);
  });

  it("shells that ended, until the screen is at rest", () => {
    const server = s.stop(5_000, { tasks: ["a server"] });
    const ended = [...s.atWork, server, s.registry(6_000, "idle"), s.log(11_000)];
    const busy = [...ended, s.screen(11_100, "", null, { tasks: 1 })];
    expect([wants(ended, 10_900), wants(ended, 11_000)]).toEqual([false, true]);
    expect(wants(busy, 13_000)).toBe(true);
    expect(wants([...busy, s.screen(13_000)], 60_000)).toBe(false);
  });

  it("a turn of which the registry knows nothing", () => {
    const unheard = [...s.atWork, s.registry(900, "idle"), s.prompt(2_000, "two"), s.stop(5_000)];
    expect([wants(unheard, 19_999), wants(unheard, 20_000)]).toEqual([false, true]);
  });

  it("a question of which the registry knows nothing", () => {
    const asked = [...s.atWork, s.permission(5_000)];
    expect([wants(asked, 7_999), wants(asked, 8_000)]).toEqual([false, true]);
    expect(wants([...asked, s.registry(5_020, "waiting")], 60_000)).toBe(false);
    expect(wants([...asked, s.log(7_000), s.screen(8_000, null)], 60_000)).toBe(false);
  });

  it("a session without a sign of life: its transcript, before it is called dead, and not while a dialog stands", () => {
    const reads = (seen: readonly Evidence[], ms: number) => wantsTranscript(s.fold(seen), at(ms));
    expect([reads([s.launched], 19_999), reads([s.launched], 20_000)]).toEqual([false, true]);
    expect(reads([s.launched, s.ending(20_000, false, "", { answered: false })], 29_000)).toBe(false);
    expect(reads([s.launched, s.screen(2_000, null, "Trust")], 60_000)).toBe(false);
  });

  it("a process that is gone, once more before that is believed", () => {
    const gone = [...s.atWork, s.processes(1_000, "gone", "alive")];
    expect(wantsProcess(s.fold(gone), at(1_100))).toBe(true);
    expect(next([...gone], 1_100)).toBe(1_420);
    expect(wantsProcess(s.fold([...gone, s.exit(1_050, 0)]), at(1_100))).toBe(false);
  });

  const next = (seen: readonly Evidence[], ms: number) => nextLook(s.fold(seen), at(ms));
});

describe("no screen is read again and again", () => {
  const wants = (seen: readonly Evidence[], ms: number) => wantsScreen(s.fold(seen), at(ms));

  it("while a dialog waits before the first sign of life and nothing is painted", () => {
    const dialog = [s.launched, s.log(1_000), s.screen(2_000, null, "Trust")];
    expect([wants(dialog, 4_000), wants(dialog, 12_001)]).toEqual([false, true]);
    expect(wants([...dialog, s.log(3_900)], 4_000)).toBe(true);
  });

  it("while a tool works in silence", () => {
    expect(wants([...s.atWork, s.log(15_000), s.screen(15_600)], 600_000)).toBe(false);
  });
});
