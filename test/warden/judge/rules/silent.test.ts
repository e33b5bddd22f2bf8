/** Ends and dialogs that no hook or no registry told of: what an old look may not be taken for. */
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../../src/warden/evidence/evidence.ts";
import { wantsTranscript } from "../../../../src/warden/judge/looks.ts";
import * as s from "../situation.ts";

const keys = (evidence: readonly Evidence[], ms: number, done: readonly string[] = []) =>
  s.decisions(evidence, ms, done).flatMap((one) => ("key" in one ? [one.key] : []));

const stopFact = {
  event: "Stop" as const,
  lastMessage: "Three.",
  tasks: [],
  onlyShells: false,
  wakeUps: [],
};

/** Hooks work, the registry cannot be read, and somebody had a look (/why) after the end. */
const unregistered = [
  s.launched,
  s.start(400),
  s.prompt(600),
  s.log(900),
  s.screen(3_000, "", null, { said: "Hi" }),
];
const ended = [...unregistered, s.stop(4_000), s.log(4_100), s.screen(9_000, "", null, { said: "Done." })];

describe("2: an end that no hook tells", () => {
  const answer = (ms: number, id: string) => s.ending(ms, false, "Three.", { answer: id, turn: "p" });
  const one = [s.launched, s.registry(300, "busy"), s.log(900), s.registry(1_000, "idle"), s.screen(3_100)];
  const told = "finished:answer:m1";

  it("an end is named by the answer that it ended with: what brings no other answer is no other end", () => {
    expect(keys([...one, answer(3_200, "m1")], 3_300)).toEqual([told]);
    const compacted = [...one, s.registry(9_000, "busy"), s.registry(9_200, "idle"), s.screen(11_300)];
    expect(keys([...compacted, answer(11_400, "m1")], 11_500, [told])).toEqual([]);
    expect(keys([...compacted, answer(11_400, "m2")], 11_500, [told])).toEqual(["finished:answer:m2"]);
  });

  it("a turn that was over before the registry had said busy is found in the transcript, once it is quiet", () => {
    const again = [...one, answer(3_200, "m1"), s.log(8_000)];
    const wants = (seen: readonly Evidence[], ms: number) => wantsTranscript(s.fold(seen), s.t0 + ms);
    expect([wants(again, 9_900), wants(again, 10_000)]).toEqual([false, true]);
    expect(wants([...again, answer(10_000, "m1")], 60_000)).toBe(false);
    expect(keys([...again, answer(10_000, "m2")], 10_010, [told])).toEqual(["finished:answer:m2"]);
  });

  it("a Stop that comes late after all is the same end, and one of another turn is not", () => {
    const late = [...one, answer(3_200, "m1"), s.registry(3_300, "unknown")];
    const stop = (turn: string) => s.hook(3_400, { ...stopFact, turn });
    expect(keys([...late, stop("p"), s.log(3_500)], 9_000, [told])).toEqual([]);
    expect(keys([...late, stop("q"), s.log(3_500)], 9_000, [told])).toEqual(["finished:Stop@3400"]);
  });
});

describe("2: an interruption", () => {
  const turn = [s.launched, s.start(300), s.prompt(600), s.registry(700, "busy"), s.registry(5_000, "idle")];

  it("is no end and no background task because its command takes its time to die", () => {
    const told = [...turn, s.ending(5_400, true)];
    expect(s.judge(told, 5_410).state).toBe("interrupted");
    expect(s.judge([...told, s.registry(8_000, "shell")], 12_000).state).toBe("interrupted");
    const unwritten = [...turn, s.ending(5_400, false, "", { answered: false }), s.registry(8_000, "shell")];
    expect(s.judge(unwritten, 12_000).state).toBe("interrupted");
    expect(s.judge([...turn, s.ending(5_400, false), s.registry(8_000, "shell")], 12_000).state).toBe(
      "background",
    );
  });

  it("is not taken from a transcript that was read before the work began", () => {
    const early = [s.launched, s.registry(300, "idle"), s.ending(700, false, "", { answered: false })];
    const works = [...early, s.registry(900, "busy"), s.registry(5_000, "shell")];
    expect(s.judge(works, 9_000).state).toBe("background");
  });

  it("is seen by a call that has no result before Claude Code has written it down", () => {
    expect(s.judge([...turn, s.ending(5_400, false, "", { answered: false })], 5_410).state).toBe(
      "interrupted",
    );
  });
});

describe("2: with nothing but the screen", () => {
  const works = s.screen(1_000, "", null, { working: true });
  const typed = (ms: number) => [s.log(ms - 3_000), s.screen(ms, "the prompt")];

  it("a prompt that is back in its box was taken back, and one that is typed after /clear was not", () => {
    const early = [s.launched, s.log(900), works, ...typed(6_000)];
    expect(s.judge(early, 8_100).state).toBe("interrupted");
    expect(s.judge([s.launched, s.log(900), ...typed(6_000)], 8_100).state).toBe("interrupted");
    expect(s.judge([s.launched, s.log(3_000), s.screen(6_000)], 8_100).state).toBe("working");
    const cleared = [
      s.launched,
      s.log(900),
      works,
      s.screen(3_000, "", null, { said: "One." }),
      s.screen(4_000),
    ];
    expect(s.judge([...cleared, ...typed(9_000)], 11_100).state).toBe("finished");
  });
});

describe("2: without the registry", () => {
  it("a screen that was read before the last paint does not hold an end back", () => {
    const early = s.screen(4_080, "", null, { working: true });
    const painted = [
      s.launched,
      s.start(300),
      s.prompt(600),
      s.log(3_900),
      s.stop(4_000),
      early,
      s.log(4_170),
    ];
    expect(keys(painted, 7_000)).toEqual([]);
    expect(keys(painted, 7_200)).toEqual(["finished:Stop@4000"]);
    expect(keys([...painted, s.screen(4_400, "", null, { working: true })], 7_200)).toEqual([]);
  });

  it("a new turn is not over because the screen was at rest before it", () => {
    const again = [...ended, s.prompt(60_000, "two")];
    expect(s.judge(again, 60_010).state).toBe("working");
    expect(s.judge([...again, s.log(60_400), s.screen(60_200)], 62_500).state).toBe("working");
  });

  it("a machine's turn has no tasks because the screen counted some before it", () => {
    const tasks = (ms: number) => s.screen(ms, "", null, { tasks: 1 });
    const left = [...unregistered, s.stop(4_000, { tasks: ["build"] }), s.log(4_100), tasks(9_000)];
    const done = keys(left, 9_000);
    expect(done).toEqual(["background:Stop@4000"]);
    expect(keys([...left, s.machinePrompt(60_000)], 60_010, done)).toEqual([]);
  });

  it("an end is told by a screen that was read once all was painted, and not before", () => {
    const working = [s.launched, s.log(900), s.screen(1_000, "", null, { working: true })];
    const half = [...working, s.log(5_000), s.screen(5_010), s.ending(7_400, false, "Done.")];
    expect(s.judge(half, 8_000).state).toBe("working");
    expect(s.judge([...half, s.screen(5_500), s.ending(7_600, false, "Done.")], 8_000).state).toBe(
      "finished",
    );
  });

  const menu = (ms: number) => s.screen(ms, null, null, { menu: true });
  const asked = [...unregistered, s.question(5_000), s.log(5_100), menu(7_000)];

  it("a question that a hook called answered is not asked again by the screen of before", () => {
    const answered = [...asked, s.answered(9_000)];
    expect(keys(answered, 9_010, ["asked:asked@5000"])).toEqual(["answered:asked@5000"]);
  });

  it("nor is it when the screen shows it a moment longer; another one is that stays", () => {
    const faded = [...asked, s.answered(9_000), s.log(9_100, 8_600), menu(9_150)];
    expect(keys(faded, 9_250, ["asked:asked@5000"])).toEqual(["answered:asked@5000"]);
    const done = ["asked:asked@5000", "answered:asked@5000"];
    expect(keys([...faded, s.log(11_000, 9_200), s.screen(11_050)], 11_100, done)).toEqual([]);
    expect(keys([...faded, s.log(11_000, 8_600)], 11_010, done)).toEqual(["asked:screen:2"]);
    expect(keys([...faded, s.log(11_000, 9_200), menu(11_050)], 11_100, done)).toEqual(["asked:screen:2"]);
  });

  it("a dialog that is painted anew is the same, and is not settled by that", () => {
    const seen = [s.launched, s.log(900), s.screen(1_500), s.log(5_000), menu(7_000)];
    expect(keys(seen, 7_000)).toEqual(["asked:screen:1"]);
    const blank = [...seen, s.log(9_000), s.screen(9_100, null)];
    expect(keys([...seen, s.log(8_000)], 8_010, ["asked:screen:1"])).toEqual([]);
    expect(keys(blank, 9_100, ["asked:screen:1"])).toEqual([]);
    expect(keys([...blank, menu(11_000)], 11_000, ["asked:screen:1"])).toEqual([]);
    const next = [...blank, s.screen(11_000), s.log(12_000), menu(14_000)];
    expect(keys(next, 14_000, ["asked:screen:1", "answered:screen:1"])).toEqual(["asked:screen:2"]);
  });

  it("the end of a turn is found also after its conversation was shortened", () => {
    const compact = s.hook(5_000, { event: "SessionStart", source: "compact", transcript: "/t" });
    const shortened = [...unregistered, s.hook(4_000, { event: "compacting" }), compact];
    const escaped = [...shortened, s.log(9_000), s.screen(11_000, "", null, { ended: "interrupted" })];
    expect(s.judge(escaped, 11_000).state).toBe("interrupted");
  });
});

describe("2: without hooks", () => {
  const idle = [s.launched, s.registry(400, "busy"), s.registry(5_000, "idle")];

  it("a prompt without an answer is no interruption while the transcript may be late", () => {
    const late = [...idle, s.ending(5_300, false, "", { answered: false })];
    expect(s.judge(late, 5_300).state).toBe("working");
    const never = [...late, s.ending(7_000, false, "", { answered: false })];
    expect(s.judge(never, 7_000).state).toBe("interrupted");
  });

  it("an /exit is a prompt without an answer, and no interruption while it may be leaving", () => {
    const done: Evidence[] = [...idle, s.ending(7_100, false, "Added."), s.log(5_500), s.screen(8_400)];
    const left: Evidence[] = [
      ...[...done, s.registry(10_790, "unknown"), s.log(10_840), s.screen(10_860, "/exit")],
      s.ending(10_990, false, "Added.", { answered: false }),
    ];
    expect(s.judge(done, 8_500).state).toBe("finished");
    expect([10_800, 11_000, 13_700].map((ms) => s.judge(left, ms).state)).toEqual(Array(3).fill("working"));
    expect(s.judge([...left, s.exit(11_090, 0)], 11_090).state).toBe("exited");
    expect(s.judge([...left, s.screen(16_000, "/exit")], 16_000).state).toBe("interrupted"); // it lives on
  });

  it("tasks of its own that the screen still shows are not told again while it may be leaving", () => {
    const shell = [...idle.slice(0, 2), s.registry(5_000, "shell"), s.log(5_100)];
    const served = [...shell, ...[6_000, 9_000].map((ms) => s.screen(ms, "", null, { tasks: 1 }))];
    const left = [...served, s.registry(10_790, "unknown")];
    const told = keys(served, 9_000);
    expect(told).toEqual([`background:shell:${s.t0 + 5_000}`]);
    expect([10_800, 13_700].flatMap((ms) => keys(left, ms, told))).toEqual([]);
    expect(keys(left, 14_000, told)).toHaveLength(1);
  });

  it("an interruption that is flushed late is not taken for an end before", () => {
    const escaped = [
      ...s.atWork,
      s.registry(5_000, "idle"),
      s.ending(5_320, false, "Looking."),
      s.screen(7_000),
    ];
    expect(s.judge(escaped, 7_100).state).toBe("working");
    expect(s.judge([...escaped, s.ending(7_100, true)], 7_100).state).toBe("interrupted");
  });

  it("an end that was told is not told again by a hook that is late", () => {
    const silently = [
      ...s.atWork,
      s.registry(5_000, "idle"),
      s.ending(7_000, false, "Done."),
      s.screen(7_000),
    ];
    const told = keys(silently, 7_100);
    expect(told).toEqual([`finished:idle:${s.t0 + 5_000}`]);
    expect(keys([...silently, s.stop(5_010)], 9_000, told)).toEqual([]);
    const next = [
      ...silently,
      s.prompt(20_000, "two"),
      s.stop(21_000, { turn: "two" }),
      s.registry(21_010, "idle"),
    ];
    expect(keys(next, 21_020, told)).toEqual(["finished:Stop@21000"]);
  });

  it("a failure that was told is not told again by a hook that is late", () => {
    const refused = { failure: "API Error: 400" };
    const silently = [...s.atWork, s.registry(5_000, "idle"), s.ending(5_400, false, "", refused)];
    const told = keys(silently, 5_400);
    expect(told).toEqual([`failed:idle:${s.t0 + 5_000}`]);
    expect(keys([...silently, s.failure(5_010)], 9_000, told)).toEqual([]);
  });
});
