/** The rules together: which one wins, what they rest on, and what they do without. */
import { describe, expect, it } from "vitest";
import * as s from "./situation.ts";

const { atWork, launched } = s;

describe("the rules together", () => {
  it("let the first match win: an order over an exit, an exit over a question, a question over a Stop", () => {
    const all = [...atWork, s.stop(900), s.registry(910, "idle"), s.permission(950)];
    expect(s.judge(all, 960).rule).toBe("asked");
    expect(s.judge([...all, s.exit(970, 0)], 980).rule).toBe("exit-event");
    expect(s.judge([...all, s.exit(970, 0), s.order(975, "stop")], 980).rule).toBe("ending-by-order");
  });

  it("2: take a word of the registry from before a turn for nothing about it", () => {
    const woken = [
      ...s.atWork,
      s.stop(900, { tasks: ["build"] }),
      s.registry(910, "shell"),
      s.prompt(5_000, "two"),
    ];
    expect(s.judge(woken, 9_000).rule).toBe("at-work");
  });

  it("2: do not wait for hooks where none has come", () => {
    const unheard = [
      s.launched,
      s.registry(400, "busy"),
      s.registry(1_000, "waiting"),
      s.screen(1_500, null),
    ];
    expect(s.judge(unheard, 1_500).rule).toBe("waiting-without-a-hook");
  });

  it("2: need no second look at a screen that was read after the last paint", () => {
    const serves = s.screen(1_300, "", null, { tasks: 1 });
    const seen = [launched, s.screen(900, "", null, { working: true }), s.log(1_000), serves];
    expect([s.judge(seen, 2_499).rule, s.judge(seen, 2_500).rule]).toEqual([
      "at-work",
      "tasks-without-a-hook",
    ]);
  });

  it("2: call a prompt that is back in its box interrupted, where only the screen can tell", () => {
    const seen = [
      launched,
      s.screen(900, "", null, { working: true }),
      s.log(1_000),
      s.screen(1_300, "add it"),
    ];
    expect(s.judge(seen, 2_500).rule).toBe("interrupted");
  });

  it("carry the evidence that they rest on", () => {
    const idle = s.registry(910, "idle");
    expect(s.judge([...atWork, s.stop(900), idle], 920).because).toEqual([idle]);
  });
});
