/** The fold: what a new piece of evidence leaves of what was seen before. */
import { describe, expect, it } from "vitest";
import * as s from "../judge/situation.ts";

describe("what was observed", () => {
  it("begins a turn without the end of the last one", () => {
    const seen = s.fold([
      ...s.atWork,
      s.stop(900),
      s.failure(910),
      s.permission(920),
      s.prompt(1_000, "two"),
    ]);
    expect(seen.turn?.id).toBe("two");
    expect([seen.stop, seen.failure, seen.ask, seen.ending]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("keeps two Stops of one turn apart", () => {
    expect(s.fold([...s.atWork, s.stop(900), s.stop(950)]).stop?.id).toBe("Stop@950");
  });

  it("follows the transcript to the conversation that /clear begins", () => {
    const cleared = s.hook(2_000, { event: "SessionStart", source: "clear", transcript: "/next" });
    const seen = s.fold([...s.atWork, s.stop(900), cleared]);
    expect(seen.transcript).toBe("/next");
    expect([seen.stop?.id, seen.cleared]).toEqual(["Stop@900", true]);
  });

  it("6: takes a question for settled when the registry was seen waiting and waits no more", () => {
    const asked = [...s.atWork, s.permission(900)];
    expect(s.fold([...asked, s.registry(950, "waiting")]).ask).toBeDefined();
    expect(s.fold([...asked, s.registry(950, "waiting"), s.registry(960, "busy")]).ask).toBeUndefined();
  });

  it("2: does not take a question for settled by what the registry wrote before it or with it", () => {
    const asked = [...s.atWork, s.permission(900)];
    expect(s.fold([...asked, s.registry(890, "busy")]).ask).toBeDefined();
    expect(s.fold([...asked, s.registry(1_400, "busy")]).ask).toBeDefined();
    expect(s.fold([...asked, s.registry(1_401, "busy")]).ask).toBeUndefined();
  });

  it("remembers since when tmux has no such session, and forgets it when it is back", () => {
    const gone = [...s.atWork, s.tmux(1_000, { present: false }), s.tmux(3_000, { dead: true })];
    expect(s.fold(gone).goneSince).toBe(s.t0 + 1_000);
    expect(s.fold([...gone, s.tmux(4_000)]).goneSince).toBeUndefined();
  });

  it("keeps the first order: a teardown after a stop is still a stop", () => {
    expect(s.fold([s.launched, s.order(1, "stop"), s.order(2, "teardown")]).order?.order).toBe("stop");
  });

  it("calls it alive at the first hook, word of the registry or prompt box, and at nothing else", () => {
    expect(s.fold([s.launched, s.log(1), s.tmux(2), s.screen(3, null)]).aliveAt).toBeUndefined();
    expect(s.fold([s.launched, s.screen(3, null), s.screen(4)]).aliveAt).toBe(s.t0 + 4);
    expect(s.fold([s.launched, s.registry(4, "busy"), s.start(5)]).aliveAt).toBe(s.t0 + 4);
  });

  it("knows another run of the machine, and does not take a missing name for one", () => {
    const boot = (name: string) =>
      s.fold([...s.atWork, { channel: "boot", at: s.t0 + 900, boot: name }]).rebooted;
    expect([boot("this"), boot(""), boot("another")?.boot]).toEqual([undefined, undefined, "another"]);
  });

  it("1: keeps a chain of wake-ups together while they stay the same, and parts it at a person's prompt", () => {
    const sleeps = (ms: number) => s.stop(ms, { wakeUps: ["*/5: Look at the build"] });
    const woken = s.hook(60_000, {
      event: "UserPromptSubmit",
      turn: "two",
      machine: false,
      prompt: "Look at the build",
    });
    const first = [...s.atWork, sleeps(5_000)];
    expect(s.fold([...first, woken, sleeps(65_000)]).chain?.id).toBe("Stop@5000");
    expect(s.fold([...first, s.prompt(60_000, "two"), sleeps(65_000)]).chain?.id).toBe("Stop@65000");
  });

  it("takes a question for settled when the prompt box is back and the registry is silent", () => {
    const asked = [s.launched, s.start(400), s.prompt(600), s.permission(900)];
    expect(s.fold([...asked, s.screen(2_000)]).ask).toBeUndefined();
    expect(s.fold([...asked, s.screen(1_500)]).ask).toBeDefined();
    expect(s.fold([...asked, s.screen(2_000, null, null, { menu: true })]).ask).toBeDefined();
    expect(s.fold([...asked, s.registry(950, "waiting"), s.screen(2_000)]).ask).toBeDefined();
  });

  it("counts another answer at rest as a turn that was over between two looks, and the same words in another width as none", () => {
    const said = (ms: number, words: string) => s.screen(ms, "", null, { said: words });
    const turns = (...words: string[]) =>
      s.fold([s.launched, ...words.map((one, at) => said(at, one))]).screenTurns;
    expect(turns("Added.", "Tested.")).toBe(1);
    expect(turns("Added all of it.", "Added\nall of it.", "all of it.", "")).toBe(0);
    expect(turns("", "Added.")).toBe(0);
  });

  it("counts turns and dialogs that only the screen showed", () => {
    const works = { working: true };
    const seen = s.fold([
      s.launched,
      s.screen(1, "", null, works),
      s.screen(2, "", null, works),
      s.screen(3),
      s.screen(4, "", null, works),
      s.screen(5, null, null, { menu: true }),
    ]);
    expect([seen.screenTurns, seen.screenMenus]).toEqual([2, 1]);
  });

  it("is shortening the conversation until it is idle again", () => {
    const compacting = [
      ...s.atWork,
      s.stop(900),
      s.hook(2_000, { event: "compacting" }),
      s.registry(2_010, "busy"),
    ];
    expect(s.fold(compacting).compactingAt).toBe(s.t0 + 2_000);
    expect(s.fold([...compacting, s.registry(9_000, "idle")]).compactingAt).toBeUndefined();
  });
});
