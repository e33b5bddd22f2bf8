/** What is told, step by step, where channels speak of one thing at different times. */
import { describe, expect, it } from "vitest";
import { wantsTranscript } from "../../../../src/warden/judge/looks.ts";
import * as s from "../situation.ts";
import { begun, type Step, sessionStart, told } from "../told.ts";

const dialog = (ms: number) => s.screen(ms, null, null, { menu: true });

describe("6: what a sub-agent asks stays asked, whatever the turn beside it does", () => {
  const asks: readonly Step[] = [
    ...begun,
    [5_000, s.permission(5_000)],
    [5_060, s.registry(5_060, "waiting")],
  ];
  const leavesAnAgent = (ms: number) => s.stop(ms, { tasks: ["an agent"], onlyShells: false });

  it("a Stop", () => {
    const after = [10_000, dialog(10_000)] as const;
    expect(told(...asks, [8_000, leavesAnAgent(8_000)], after, [60_000])).toEqual(["asked:asked@5000"]);
  });

  it("a Stop that comes before the registry was heard to wait", () => {
    const heard = s.registry(5_400, "waiting", "", 5_060);
    const steps: Step[] = [
      [5_000, s.permission(5_000)],
      [5_100, leavesAnAgent(5_100)],
      [5_400, heard],
    ];
    expect(told(...begun, ...steps, [7_500, dialog(7_500)])).toEqual(["asked:asked@5000"]);
  });

  it("a shell that ends and wakes it", () => {
    const before = s.stop(4_000, { tasks: ["an agent", "a build"], onlyShells: false });
    const after: Step[] = [
      [8_000, s.machinePrompt(8_000)],
      [10_000, dialog(10_000)],
    ];
    expect(told(...begun, [4_000, before], ...asks.slice(begun.length), ...after)).toEqual([
      "background:Stop@4000",
      "asked:asked@5000",
    ]);
  });

  it("an answer to a question of the turn's own", () => {
    const steps: Step[] = [
      [4_000, s.question(4_000)],
      ...asks.slice(begun.length),
      [30_000, s.answered(30_000)],
      [32_000, dialog(32_000)],
    ];
    expect(told(...begun, ...steps)).toEqual(["asked:asked@4000", "answered:asked@4000", "asked:asked@5000"]);
  });

  it("a prompt box that was still there when it began to ask, long after the Stop", () => {
    const steps: Step[] = [
      [1_000, leavesAnAgent(1_000)],
      ...asks.slice(begun.length),
      [5_100, s.screen(5_100)],
      [9_000, s.screen(9_000)],
    ];
    expect(told(...begun, ...steps)).toEqual(["background:Stop@1000", "asked:asked@5000"]);
  });

  it("until the registry no longer waits, or a prompt box was seen after the Stop", () => {
    const over = ["asked:asked@5000", "answered:asked@5000", "background:Stop@8000"];
    const left: Step[] = [...asks, [8_000, leavesAnAgent(8_000)]];
    expect(told(...left, [20_000, s.registry(20_000, "shell")])).toEqual(over);
    expect(told(...left, [11_000, s.screen(11_000)]).slice(0, 2)).toEqual(over.slice(0, 2));
    expect(told(...left, [10_900, s.screen(10_900)])).toEqual(over.slice(0, 1));
  });
});

describe("6: a permission is not asked again while the registry lags behind", () => {
  it.each([
    ["Stop", s.stop],
    ["a prompt", (ms: number) => s.prompt(ms, "two")],
    ["StopFailure", s.failure],
    ["a conversation begun anew", (ms: number) => sessionStart(ms, "clear")],
  ])("%s", (_, hook) => {
    const steps: Step[] = [
      [5_000, s.permission(5_000)],
      [5_060, s.registry(5_060, "waiting")],
      [30_200, hook(30_200)],
      [30_250, s.screen(30_250, "", null, { working: true })],
      [30_600, s.registry(30_600, "busy", "", 30_000)],
    ];
    expect(told(...begun, ...steps).filter((key) => key.startsWith("asked:"))).toEqual(["asked:asked@5000"]);
  });
});

describe("6: an interruption while a shell of its own goes on", () => {
  it("is looked up in the transcript, and told as one", () => {
    const seen = s.fold([...s.atWork, s.registry(5_000, "shell")]);
    expect([5_200, 5_300].map((ms) => wantsTranscript(seen, s.t0 + ms))).toEqual([false, true]);
    const steps: Step[] = [
      [5_000, s.registry(5_000, "shell")],
      [5_310, s.ending(5_310, true)],
    ];
    expect(told(...begun, ...steps, [60_000])).toEqual(["interrupted:one"]);
  });

  it("is one also in a turn in which the conversation was shortened", () => {
    const shortened = [s.hook(3_000, { event: "compacting" }), sessionStart(4_000, "compact")];
    const seen = [...s.atWork, ...shortened, s.registry(5_000, "shell"), s.ending(5_400, true)];
    expect(s.judge(seen, 5_410).state).toBe("interrupted");
  });

  it("is none where the shell is older than the prompt", () => {
    const woken = [...s.atWork, s.registry(5_000, "shell"), s.prompt(6_000, "two"), s.ending(6_400, true)];
    expect(s.judge(woken, 6_410).state).toBe("working");
  });
});

describe("5: an end that was told holds", () => {
  const end: readonly Step[] = [...begun, [5_000, s.stop(5_000)], [5_020, s.registry(5_020, "idle")]];

  it("when the person runs a command of their own", () => {
    const steps: Step[] = [
      [60_000, s.registry(60_000, "busy")],
      [62_000],
      [70_000, s.registry(70_000, "idle")],
      [72_100, s.screen(72_100), s.ending(72_100, false, "Done.")],
    ];
    expect(told(...end, ...steps)).toEqual(["finished:Stop@5000"]);
  });

  it("when that goes on in the background", () => {
    const shell = s.registry(60_900, "shell");
    const stuckAt = 60_900 + s.policy.stuckMs;
    expect(told(...end, [60_000, s.registry(60_000, "busy")], [60_900, shell], [stuckAt])).toEqual([
      "finished:Stop@5000",
    ]);
  });

  it("when a /clear takes its time", () => {
    const steps: Step[] = [
      [60_000, s.registry(60_000, "busy")],
      [61_200],
      [61_600, sessionStart(61_600, "clear")],
      [61_700, s.registry(61_700, "idle")],
    ];
    expect(told(...end, ...steps)).toEqual(["finished:Stop@5000"]);
  });

  it("but is taken back when work goes on at once, also where an earlier one was taken back before", () => {
    const woken: Step[] = [
      [5_200, s.machinePrompt(5_200)],
      [5_300, s.registry(5_300, "busy")],
    ];
    const second = (ms: number): Step[] => [
      [ms, s.stop(ms, { turn: "machine" })],
      [ms + 20, s.registry(ms + 20, "idle")],
      [ms + 200, s.registry(ms + 200, "busy")],
      [ms + 1_300],
    ];
    expect(told(...end, ...woken, ...second(60_000))).toEqual([
      "finished:Stop@5000",
      "withdrawn:Stop@5000",
      "finished:Stop@60000",
      "withdrawn:Stop@60000",
    ]);
  });

  it("and when a task of its own wakes it at once", () => {
    const steps: Step[] = [
      [5_200, s.machinePrompt(5_200)],
      [5_300, s.registry(5_300, "busy")],
      [60_000, s.stop(60_000, { turn: "machine" })],
      [60_020, s.registry(60_020, "idle")],
    ];
    expect(told(...end, ...steps)).toEqual([
      "finished:Stop@5000",
      "withdrawn:Stop@5000",
      "finished:Stop@60000",
    ]);
  });
});
