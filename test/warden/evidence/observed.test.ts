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
    expect(seen.stop).toBeUndefined();
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
});
