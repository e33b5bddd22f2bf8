/** From a verdict to the event that tells of it. */
import { describe, expect, it } from "vitest";
import { SessionEvent } from "../../../src/protocol/events.ts";
import type { Evidence } from "../../../src/warden/evidence/evidence.ts";
import { common, compose, type Outside } from "../../../src/warden/tell/compose.ts";
import { session } from "../../desk/message/sound.ts";
import * as s from "../judge/situation.ts";

const facts = { durationMs: 5 };
const outside: Outside = {
  attach: "tmux attach",
  resume: "claude --resume c",
  facts: async () => ({ facts, complete: false }),
  tail: async () => "the end of the log",
  screen: async () => "the screen",
  leftovers: async () => [{ pid: 7, command: "server" }],
};

const told = (evidence: readonly Evidence[], ms: number, about: Partial<Outside> = {}) =>
  compose(common(session(), "key", 9), s.judge(evidence, ms), { ...outside, ...about });

const done = [...s.atWork, s.stop(5_000), s.registry(5_020, "idle")];

const serves = [...s.atWork, s.stop(5_000, { tasks: ["x"] }), s.registry(5_020, "shell")];
const asks = { wakeUps: ["x"], lastMessage: "Shall I roll back?" };
const sleeps = [...s.atWork, s.stop(5_000, asks), s.registry(5_020, "idle")];

const again = { working: true, retrying: "retrying in 9s" };
const trouble = [...s.atWork, s.screen(9_000, "", null, again), s.screen(70_000, "", null, again)];

describe("an event", () => {
  it.each<[string, readonly Evidence[], number, object]>([
    ["asked", [...s.atWork, s.permission(900)], 900, { asked: "asked@900", attach: "tmux attach" }],
    ["background", serves, 5_100, { turn: "Stop@5000", tasks: ["x"], question: false }],
    ["sleeping", sleeps, 5_100, { turn: "Stop@5000", wakeUps: ["x"], question: true }],
    ["finished", done, 5_100, { turn: "Stop@5000", certain: true, question: false, complete: false, facts }],
    ["failed", [...s.atWork, s.failure(9)], 9, { error: "overloaded", failure: { kind: "overloaded" } }],
    ["interrupted", [...s.atWork, s.registry(5_000, "idle"), s.ending(7_100, true)], 7_100, {}],
    ["retrying", trouble, 70_000, { said: "retrying in 9s", attach: "tmux attach" }],
    ["stuck", s.atWork, 600 + s.policy.stuckMs, { screen: "the screen" }],
    ["not-started", [s.launched, s.screen(30_000, null)], 30_000, { screen: "the screen" }],
    ["exited", [...s.atWork, s.exit(900, 137)], 900, { code: 137, tail: "the end of the log", why: "" }],
    [
      "exited",
      [...s.atWork, s.tmux(900, { present: false }), s.tmux(2_400, { present: false })],
      2_400,
      { code: null, leftovers: [{ pid: 7 }] },
    ],
    ["closed", [...done, s.order(6_000, "teardown"), s.end(6_100)], 6_100, { leftovers: [] }],
  ])("%s says what the verdict rests on", async (type, evidence, ms, about) => {
    const event = await told(evidence, ms);
    expect(event).toMatchObject({ type, id: `${session().name}:key`, at: 9, ...about });
    expect(SessionEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
  });

  it("of a start that failed shows the log where there is no screen any more", async () => {
    expect(await told([s.launched, s.exit(9, 1)], 9, { screen: async () => "" })).toMatchObject({
      why: "Claude Code ended at once with code 1.",
      screen: "the end of the log",
    });
  });

  it("is made of nothing that is no occasion", async () => {
    const quiet: readonly (readonly Evidence[])[] = [[], [s.launched], s.atWork, [s.order(1, "stop")]];
    for (const evidence of quiet) expect(await told(evidence, 700)).toBeUndefined();
  });
});
