/** What follows from a verdict: each thing told once, corrections, and nothing twice. */
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/warden/evidence/evidence.ts";
import * as s from "./situation.ts";

const finished = [...s.atWork, s.stop(5_000), s.registry(5_020, "idle")];
const keys = (evidence: readonly Evidence[], ms: number, done: readonly string[] = []) =>
  s.decisions(evidence, ms, done).flatMap((one) => ("key" in one ? [one.key] : []));

describe("2: telling", () => {
  const gone = [s.tmux(900, { present: false }), s.tmux(2_400, { present: false })];
  const occasions: readonly [string, readonly Evidence[], number, string][] = [
    ["a question", [...s.atWork, s.permission(900)], 900, "asked:asked@900"],
    [
      "a background task",
      [...s.atWork, s.stop(5_000, { tasks: ["a server"] }), s.registry(5_020, "shell")],
      5_020,
      "background:Stop@5000",
    ],
    [
      "a wake-up",
      [...s.atWork, s.stop(5_000, { wakeUps: ["at noon"] }), s.registry(5_020, "idle")],
      5_020,
      "sleeping:Stop@5000",
    ],
    ["a clean end", finished, 5_100, "finished:Stop@5000"],
    ["a failure", [...s.atWork, s.failure(5_000)], 5_000, "failed:StopFailure@5000"],
    [
      "an interruption",
      [...s.atWork, s.registry(5_000, "idle"), s.ending(7_100, true)],
      7_100,
      "interrupted:one",
    ],
    ["nothing moving", s.atWork, 600 + s.policy.stuckMs, `stuck:${s.t0 + 600}`],
    ["an exit", [...s.atWork, s.exit(900, 137)], 900, "over"],
    ["a vanished session", [...s.atWork, ...gone], 2_400, "over"],
    ["a start that failed", [s.launched, s.screen(30_000, null)], 30_000, "over"],
    ["an end by order", [...s.atWork, s.order(900, "stop"), s.end(950)], 950, "over"],
  ];

  it.each(occasions)("%s is told, and not again once it is done", (_, evidence, ms, key) => {
    expect(keys(evidence, ms)).toEqual([key]);
    expect(keys(evidence, ms, [key])).toEqual([]);
  });

  it("nothing is told of a session that waits, starts, works or is being ended", () => {
    const quiet: readonly (readonly Evidence[])[] = [
      [],
      [s.launched],
      s.atWork,
      [s.launched, s.order(1, "stop")],
    ];
    for (const evidence of quiet) expect(keys(evidence, 700)).toEqual([]);
  });

  it("the same question keeps its name, whatever else is heard meanwhile", () => {
    const asked = [...s.atWork, s.permission(900), s.registry(950, "waiting"), s.log(960), s.screen(990)];
    expect(keys(asked, 99_000)).toEqual(["asked:asked@900"]);
  });
});

describe("2: a question at the end of a turn that leaves something", () => {
  const cron = (ms: number, lastMessage: string) => [
    s.stop(ms, { wakeUps: ["at noon"], lastMessage }),
    s.registry(ms + 20, "idle"),
  ];

  it("is told each time, though the same wake-ups are set", () => {
    const first = [...s.atWork, ...cron(5_000, "Set.")];
    const [told] = keys(first, 5_100);
    expect(keys([...first, ...cron(65_000, "Nothing new.")], 65_100, [told ?? ""])).toEqual([]);
    const asks = [...first, ...cron(65_000, "The deploy failed. Shall I roll back?")];
    expect(keys(asks, 65_100, [told ?? ""])).toEqual(["sleeping:Stop@65000"]);
  });

  it.each([{ tasks: ["a server"] }, { wakeUps: ["at noon"] }])("6: is still open: %j", (left) => {
    const stop = s.stop(5_000, { ...left, lastMessage: "Shall I add tests, too?" });
    const over = [...s.atWork, stop, s.registry(5_020, "tasks" in left ? "shell" : "idle"), s.tmux(9_000)];
    const [told = ""] = keys(over, 9_000);
    expect(keys(over, 9_000, [told, `quietly:${told}`])).toEqual([`left:${told}`]);
  });
});

describe("6: what was told while somebody was attached", () => {
  const asked = [...s.atWork, s.question(900), s.registry(950, "waiting")];
  const [told, quietly] = ["asked:asked@900", "quietly:asked:asked@900"];
  const left = [...asked, s.tmux(2_000)];

  it("is told once more when they left and it is still open", () => {
    expect(s.decisions(left, 2_000, [told, quietly])).toMatchObject([
      { do: "tell", key: `left:${told}`, reminds: told },
    ]);
    expect(keys(left, 2_000, [told, quietly, `left:${told}`])).toEqual([]);
  });

  it("is not while they are there, when nobody can say, when it was heard, or when it is settled", () => {
    expect(keys([...asked, s.tmux(2_000, { attached: 1 })], 2_000, [told, quietly])).toEqual([]);
    expect(keys(asked, 2_000, [told, quietly])).toEqual([]);
    expect(keys(left, 2_000, [told])).toEqual([]);
    const settled = [...left, s.answered(3_000)];
    expect(keys(settled, 3_000, [told, quietly])).toEqual(["answered:asked@900"]);
  });

  it("a failure stays open, and an end that asks; a plain end does not", () => {
    const again = (evidence: readonly Evidence[], key: string, ms = 6_000) =>
      keys([...evidence, s.tmux(ms)], ms, [key, `quietly:${key}`]);
    expect(again([...s.atWork, s.failure(5_000)], "failed:StopFailure@5000")).toEqual([
      "left:failed:StopFailure@5000",
    ]);
    const asks = [...s.atWork, s.stop(5_000, { lastMessage: "Shall I go on?" }), s.registry(5_020, "idle")];
    expect(again(asks, "finished:Stop@5000")).toEqual(["left:finished:Stop@5000"]);
    expect(again(finished, "finished:Stop@5000")).toEqual([]);
    for (const doubt of [s.verified(5_500, "Stop@5000", false), s.judged(5_500, "Stop@5000", "hold")])
      expect(again([...finished, doubt], "finished:Stop@5000")).toEqual(["left:finished:Stop@5000"]);
  });
});

describe("2: corrections", () => {
  it("a question is settled once, when it is no longer open", () => {
    const answered = [...s.atWork, s.question(900), s.answered(2_000)];
    const settled = { do: "tell-answered", key: "answered:asked@900", asked: "asked@900" };
    expect(s.decisions(answered, 2_000, ["asked:asked@900"])).toEqual([settled]);
    expect(s.decisions(answered, 2_000, ["asked:asked@900", "answered:asked@900"])).toEqual([]);
    expect(s.decisions(answered, 2_000)).toEqual([]);
  });

  it("a second question settles the first", () => {
    const two = [...s.atWork, s.permission(900), s.permission(3_000)];
    expect(keys(two, 3_000, ["asked:asked@900"])).toEqual(["answered:asked@900", "asked:asked@3000"]);
  });

  const wentOn = [...finished, s.registry(5_500, "busy")];

  it("a completion is withdrawn when the work went on for a second, and only if it was told", () => {
    const told = ["finished:Stop@5000"];
    expect(keys(wentOn, 6_499, told)).toEqual([]);
    expect(keys(wentOn, 6_500, told)).toEqual(["withdrawn:Stop@5000"]);
    expect(keys(wentOn, 6_500)).toEqual([]);
    expect(keys(wentOn, 6_500, [...told, "withdrawn:Stop@5000"])).toEqual([]);
  });

  it("a completion that was withdrawn is told again when it holds after all", () => {
    const after = [...wentOn, s.registry(9_000, "idle")];
    const done = ["finished:Stop@5000", "withdrawn:Stop@5000"];
    expect(keys(after, 9_100, done)).toEqual(["finished:Stop@5000:again"]);
    expect(keys(after, 9_100, [...done, "finished:Stop@5000:again"])).toEqual([]);
  });

  it("a new turn of the person withdraws nothing", () => {
    expect(keys([...wentOn, s.prompt(5_600, "two")], 9_000, ["finished:Stop@5000"])).toEqual([]);
  });
});

describe("what follows an end", () => {
  it("facts that came late are measured once", () => {
    const late = ["finished:Stop@5000", "incomplete:Stop@5000"];
    expect(keys(finished, 5_100, late)).toEqual(["measured:Stop@5000"]);
    expect(keys(finished, 5_100, [...late, "measured:Stop@5000"])).toEqual([]);
  });

  it("the verify command runs once, for a certain end that asks nothing", () => {
    const policy = { ...s.policy, verifies: true };
    const verifies = (evidence: readonly Evidence[], done: readonly string[] = []) =>
      s.decisions(evidence, 9_000, done, policy).some((one) => one.do === "verify");
    expect(verifies(finished)).toBe(true);
    expect(verifies(finished, ["verify:Stop@5000"])).toBe(false);
    const question = s.stop(5_000, { lastMessage: "Shall I go on?" });
    expect(verifies([...s.atWork, question, s.registry(5_020, "idle")])).toBe(false);
    expect(verifies([s.launched, s.start(400), s.stop(5_000), s.log(5_000)])).toBe(false);
  });

  it("12: a start that failed is cleared away, an order is carried out, until they are", () => {
    const dos = (evidence: readonly Evidence[], ms: number) =>
      s.decisions(evidence, ms, ["over"]).map((one) => one.do);
    expect(dos([s.launched, s.screen(30_000, null)], 30_000)).toEqual(["clear-failed-start"]);
    expect(dos([s.launched, s.order(30_000, "clear-failed-start")], 30_000)).toEqual(["end"]);
    expect(dos([...s.atWork, s.order(900, "stop")], 900)).toEqual(["end"]);
    expect(dos([...s.atWork, s.order(900, "stop"), s.end(950)], 960)).toEqual([]);
  });
});
