/** What a person does after an Esc is told of only when it is another turn. */
import { describe, expect, it } from "vitest";
import * as s from "../situation.ts";
import { begun, type Step, sessionStart, told } from "../told.ts";

describe("5: an interruption that was told is no end", () => {
  const esc: readonly Step[] = [
    ...begun,
    [5_000, s.registry(5_000, "idle")],
    [5_400, s.ending(5_400, true, "", { turn: "one" })],
  ];

  it("when the conversation is cleared, and nothing is asked", () => {
    const steps: Step[] = [
      [30_000, s.registry(30_000, "busy")],
      [30_100, sessionStart(30_100, "clear")],
      [30_300, s.registry(30_300, "idle")],
      [32_400, s.screen(32_400)],
      [40_000],
      [300_000],
    ];
    expect(told(...esc, ...steps)).toEqual(["interrupted:one"]);
  });

  it("nor without hooks, by the prompt that the transcript names", () => {
    const hookless: Step[] = [
      [0, s.launched],
      [300, s.registry(300, "busy")],
      [5_000, s.registry(5_000, "idle")],
      [5_400, s.ending(5_400, true, "", { turn: "one" })],
      [30_000, s.registry(30_000, "busy")],
      [40_000, s.registry(40_000, "idle")],
      [42_400, s.screen(42_400), s.ending(42_400, false, "I look.", { answer: "m1", turn: "one" })],
    ];
    expect(told(...hookless)).toEqual(["interrupted:one"]);
    const another = s.ending(42_400, false, "Done.", { answer: "m2", turn: "two" });
    expect(told(...hookless.slice(0, -1), [42_400, s.screen(42_400), another])).toEqual([
      "interrupted:one",
      "finished:answer:m2",
    ]);
  });

  it("nor where only the screen tells, which is empty after a /clear", () => {
    const atRest = (ms: number, said: string, ended: "interrupted" | null) =>
      s.screen(ms, "", null, { said, ended });
    const esc: Step[] = [
      [0, s.launched],
      [2_000, s.log(2_000), s.screen(2_000, "", null, { working: true })],
      [7_000, s.log(5_000), atRest(7_000, "I look.", "interrupted")],
      [30_000, s.log(30_000), s.screen(30_000, "", null, { working: true })],
    ];
    const rest = (said: string): Step[] => [
      [34_000, s.log(31_000), atRest(34_000, said, null)],
      [60_000, s.log(60_000, 31_000), atRest(60_000, said, null)],
    ];
    expect(told(...esc, ...rest(""))).toEqual(["interrupted:screen:1"]);
    expect(told(...esc, ...rest("Done."))).toEqual(["interrupted:screen:1", "finished:screen:2"]);
    // A short turn may be over before anybody looked: then both have one name.
    const wordless: Step = [7_000, s.log(5_000), atRest(7_000, "", "interrupted")];
    expect(told(...esc.slice(0, 2), wordless, ...rest("Done."))).toEqual([
      "interrupted:screen:1",
      "finished:screen:1",
    ]);
  });

  it("when the conversation is shortened: its last line is another one then", () => {
    const steps: Step[] = [
      [30_000, s.hook(30_000, { event: "compacting" })],
      [30_020, s.registry(30_020, "busy")],
      [40_000, sessionStart(40_000, "compact")],
      [40_100, s.registry(40_100, "idle")],
      [42_400, s.screen(42_400), s.ending(42_400, false, "I look.", { answer: "m1", turn: "one" })],
      [300_000],
    ];
    expect(told(...esc, ...steps)).toEqual(["interrupted:one"]);
  });

  it("but another turn that ends without a word is told where a channel speaks of it", () => {
    const steps: Step[] = [
      [30_000, s.prompt(30_000, "two")],
      [30_100, s.registry(30_100, "busy")],
      [40_000, s.registry(40_000, "idle")],
      [42_400, s.screen(42_400), s.ending(42_400, false, "", { answer: "m2", turn: "two" })],
    ];
    expect(told(...esc, ...steps)).toEqual(["interrupted:one", "finished:answer:m2"]);
  });
});
