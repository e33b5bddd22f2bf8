/** The rules together: which one wins, what they rest on, and what they do without. */
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/warden/evidence/evidence.ts";
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

  it("2: tell a dialog with a screen that was painted before it was read, or paints on and on", () => {
    const painting = (ms: number) => s.screen(ms, null, null, { painting: true });
    const asks = [...s.atWork, s.registry(1_000, "waiting"), painting(3_000)];
    const rule = (ms: number, ...screens: Evidence[]) => s.judge([...asks, ...screens], ms).rule;
    expect(rule(3_000)).not.toBe("waiting-without-a-hook");
    expect(rule(4_000, s.screen(4_000, null))).toBe("waiting-without-a-hook");
    expect(rule(5_999, painting(5_999))).not.toBe("waiting-without-a-hook");
    expect(rule(6_000, painting(6_000))).toBe("waiting-without-a-hook");
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

  it("2: do not take a screen from before an answer for a new question", () => {
    const asked = [launched, s.start(400), s.prompt(600), s.question(900), s.log(950)];
    const shown = s.screen(1_500, null, null, { menu: true });
    const answered = s.answered(3_000);
    expect(s.judge([...asked, shown, answered], 3_100).state).toBe("working");
    const still = (ms: number) => [...asked, answered, s.screen(ms, null, null, { menu: true })];
    expect(s.judge(still(3_200), 3_800).state).toBe("working"); // the frame of before
    expect(s.judge(still(5_000), 5_000).rule).toBe("menu-on-the-screen");
  });

  it("2: tell of a form that waits under a spinner, where only the screen can", () => {
    const form = (ms: number) => [s.log(ms - 50), s.screen(ms, null, null, { menu: true, working: true })];
    expect(s.judge([launched, s.screen(900), ...form(2_000), s.log(2_300)], 2_400).state).toBe("working");
    expect(s.judge([launched, s.screen(900), ...form(2_000), ...form(4_000)], 4_000).rule).toBe(
      "menu-on-the-screen",
    );
  });

  it("2: do not take a dialog for open that was seen before the registry said busy again", () => {
    const shown = (ms: number) => s.screen(ms, null, null, { menu: true });
    const asked = [
      launched,
      s.registry(900, "busy"),
      s.registry(1_000, "waiting"),
      shown(1_500),
      shown(2_000),
    ];
    const answered = [...asked, s.registry(9_000, "busy")];
    expect(s.judge(answered, 9_100).rule).toBe("at-work");
    expect(s.judge([...answered, shown(10_000)], 12_499).rule).toBe("at-work");
    expect(s.judge([...answered, shown(10_000)], 12_500).rule).toBe("menu-on-the-screen");
  });

  it("do not call a repaint work where tasks of its own run, until a look says so", () => {
    const serves = (ms: number, about = {}) => s.screen(ms, "", null, { tasks: 1, ...about });
    const left = [launched, s.screen(900, "", null, { working: true }), s.log(1_000), serves(1_300)];
    const state = (ms: number, ...more: Evidence[]) => s.judge([...left, ...more], ms).state;
    expect([state(2_400), state(2_500)]).toEqual(["working", "background"]);
    expect(state(9_100, s.log(8_500), serves(9_000))).toBe("background");
    expect(state(9_100, s.log(8_500), serves(9_000, { working: true }))).toBe("working");
    expect(
      state(9_100, s.log(1_500), s.screen(1_800, "", null, { working: true }), s.log(8_500), serves(9_000)),
    ).toBe("working");
  });

  describe("1, 2: an idle that comes long after a Stop", () => {
    const left = [...s.atWork, s.stop(10_000, { lastMessage: "All done." }), s.registry(70_000, "idle")];
    const judge = (ms: number, ...more: Evidence[]) => s.judge([...left, ...more], ms);

    it("waits for the transcript, which may tell of an interruption", () => {
      expect(judge(70_300).state).toBe("working");
      expect(judge(70_400, s.ending(70_350, true, "All done.")).state).toBe("interrupted");
      expect(judge(72_200, s.ending(70_350, false, "All done.")).state).toBe("working");
    });

    it("is that of a slow hook where the transcript ends with the same words", () => {
      const same = judge(72_100, s.ending(72_050, false, "First.\n\nAll  done."));
      expect([same.rule, same.kind === "finished" && same.certain]).toEqual(["stop-and-idle", true]);
    });

    it("is that of another turn where it ends with others, and its question is one", () => {
      const other = { answer: "m2", turn: "two" };
      const verdict = judge(72_100, s.screen(72_000), s.ending(72_050, false, "Which of the two?", other));
      expect(verdict).toMatchObject({ kind: "finished", question: true, certain: false });
      expect(verdict.kind === "finished" && verdict.stop.id).toBe("answer:m2");
    });

    it("is uncertain where there is no transcript", () => {
      expect(judge(74_900).state).toBe("working");
      expect(judge(75_000)).toMatchObject({ kind: "finished", certain: false });
    });

    it("is uncertain at once after a Stop that had held: somebody did something at the desk", () => {
      const held = [
        ...s.atWork,
        s.stop(10_000, { lastMessage: "Done." }),
        s.registry(10_020, "idle"),
        s.registry(70_000, "idle"),
      ];
      expect(s.judge(held, 70_000)).toMatchObject({ kind: "finished", certain: false });
      expect(s.judge([...held, s.ending(72_100, false, "Done.")], 72_100)).toMatchObject({
        kind: "finished",
        certain: true,
      });
    });

    it("tells that a failure was overcome, of which no hook spoke", () => {
      const failed = [...s.atWork, s.failure(10_000), s.registry(70_000, "idle"), s.screen(72_000)];
      expect(s.judge(failed, 72_100).state).toBe("failed");
      const ended = s.ending(72_100, false, "All done.", { answer: "m2" });
      expect(s.judge([...failed, ended], 72_100).state).toBe("finished");
      expect(s.judge([...failed, { ...ended, failure: "API Error" } as Evidence], 72_100).state).toBe(
        "failed",
      );
    });
  });

  it("2: a Stop that is sent back is neither background nor sleep while the registry says busy", () => {
    for (const left of [{ tasks: ["a server"] }, { wakeUps: ["at noon"] }]) {
      const stopped = [...s.atWork, s.stop(5_000, left)];
      expect(s.judge(stopped, 9_000).state).toBe("working");
      const idle = s.registry(9_000, "tasks" in left ? "shell" : "idle");
      const rests = s.screen(20_500, "", null, { tasks: "tasks" in left ? 1 : 0 });
      expect(s.judge([...stopped, s.log(5_100), rests], 20_500).state).not.toBe("working");
      expect(s.judge([...stopped, idle], 9_000).state).toBe("tasks" in left ? "background" : "sleeping");
    }
  });

  it("2: a turn of a person is another end, though the same cron is set", () => {
    const rest = [s.launched, s.registry(400, "busy"), s.registry(5_000, "idle"), s.screen(6_000)];
    const chain = (personTurn: string) => {
      const verdict = s.judge(
        [...rest, s.ending(7_100, false, "Done.", { wakeUps: ["at noon"], personTurn })],
        7_100,
      );
      return verdict.kind === "sleeping" ? verdict.chain : undefined;
    };
    expect(chain("one")).toBe(chain("one"));
    expect(chain("one")).not.toBe(chain("two"));
  });

  it("2: trouble with the API is over with the turn that had it", () => {
    const trouble = [...s.atWork, s.screen(9_000, "", null, { working: true, retrying: "retrying in 9s" })];
    expect(s.judge(trouble, 10_000).state).toBe("retrying");
    expect(s.judge([...trouble, s.prompt(9_500)], 10_000).state).toBe("working");
  });

  it("do not call a repaint work once it has rested, until a look says so", () => {
    const works = { working: true };
    const rested = [launched, s.screen(900, "", null, works), s.log(1_000), s.screen(1_300)];
    expect(s.judge([...rested, s.log(1_400)], 1_500).state).toBe("working");
    const later = [...rested, s.screen(59_000), s.log(60_000)];
    expect(s.judge(later, 60_100).state).toBe("finished");
    expect(s.judge([...later, s.screen(60_500, "", null, works)], 61_000).state).toBe("working");
  });

  it("2: hold an end without the registry once its log was quiet, whatever is painted later", () => {
    const over = [launched, s.start(400), s.prompt(600), s.stop(5_000), s.log(5_200), s.log(60_000)];
    expect(s.judge(over, 60_010).rule).toBe("stop-and-quiet");
    expect(s.judge([...over, s.prompt(61_000, "two")], 61_010).state).toBe("working");
  });
});
