/** Every rule: the smallest observation that triggers it, and one that just does not. */
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/warden/evidence/evidence.ts";
import { rulesInOrder } from "../../../src/warden/judge/rules/order.ts";
import * as s from "./situation.ts";

interface Case {
  rule: string;
  seen: readonly Evidence[];
  /** When it is judged. */
  ms: number;
  /** What just does not do. */
  not: { seen: readonly Evidence[]; ms: number };
}

const { atWork, launched } = s;
const untold = [launched, s.registry(400, "busy"), s.registry(5000, "idle")];
const escaped = [...atWork, s.registry(5000, "idle")];
const serving = [...atWork, s.stop(900, { tasks: ["a server"] }), s.registry(910, "shell")];
const boot = (ms: number, name: string): Evidence => ({ channel: "boot", at: s.t0 + ms, boot: name });
const gone = (ms: number) => s.tmux(ms, { present: false });
const dead = (ms: number) => s.processes(ms, "gone", "alive");
const resumed = [launched, s.resumed(400), s.registry(410, "busy"), s.machinePrompt(600), s.stop(900)];
const notLaunched: Evidence = { channel: "not-launched", at: s.t0, why: "no disk" };

const cases: readonly Case[] = [
  {
    rule: "ended-by-order",
    seen: [launched, s.order(10, "stop"), s.end(20)],
    ms: 20,
    not: { seen: [launched, s.end(20)], ms: 20 },
  },
  { rule: "ending-by-order", seen: [s.order(10, "stop")], ms: 10, not: { seen: atWork, ms: 700 } },
  { rule: "never-launched", seen: [notLaunched], ms: 0, not: { seen: [], ms: 0 } },
  { rule: "not-launched-yet", seen: [], ms: 0, not: { seen: [launched], ms: 0 } },
  {
    rule: "exit-before-life",
    seen: [launched, s.exit(200, 1)],
    ms: 200,
    not: { seen: [launched, s.start(100), s.exit(200, 1)], ms: 200 },
  },
  { rule: "exit-event", seen: [...atWork, s.exit(900, 137)], ms: 900, not: { seen: atWork, ms: 900 } },
  {
    rule: "vanished",
    seen: [...atWork, gone(1000), gone(2500)],
    ms: 2500,
    not: { seen: [...atWork, gone(1000), gone(2499)], ms: 9000 },
  },
  {
    rule: "start-up-dialog",
    seen: [launched, s.screen(1500, null, "Do you trust this folder?")],
    ms: 90_000,
    not: { seen: [launched, s.start(400), s.screen(1500, null, "Do you trust this folder?")], ms: 1500 },
  },
  {
    rule: "no-sign-of-life",
    seen: [launched, s.screen(30_000, null)],
    ms: 30_000,
    not: { seen: [launched, s.screen(29_999, null)], ms: 90_000 },
  },
  {
    rule: "unknown-start",
    seen: [launched, s.log(25_000), s.screen(30_000, null)],
    ms: 30_000,
    not: { seen: [launched, s.log(25_000), s.screen(29_999, null)], ms: 30_000 },
  },
  {
    rule: "asked",
    seen: [...atWork, s.permission(900)],
    ms: 900,
    not: {
      seen: [...atWork, s.permission(900), s.registry(950, "waiting"), s.registry(1200, "busy")],
      ms: 1200,
    },
  },
  {
    rule: "waiting-without-a-hook",
    seen: [...atWork, s.registry(1000, "waiting"), s.screen(3000)],
    ms: 3000,
    not: { seen: [...atWork, s.registry(1000, "waiting"), s.screen(2999)], ms: 9000 },
  },
  {
    rule: "no-turn-begun",
    seen: [launched, s.start(400), s.registry(410, "idle"), s.screen(5500)],
    ms: 5500,
    not: { seen: [launched, s.start(400), s.registry(410, "busy"), s.screen(5500)], ms: 5500 },
  },
  {
    rule: "machine-turn-first",
    seen: [...resumed, s.registry(920, "idle")],
    ms: 920,
    // The prompt that was given came and is done.
    not: { seen: [...resumed, s.prompt(960), s.stop(990), s.registry(1000, "idle")], ms: 1000 },
  },
  {
    rule: "turn-failed",
    seen: [...atWork, s.failure(900)],
    ms: 900,
    not: { seen: [...atWork, s.failure(900), s.prompt(950)], ms: 960 },
  },
  {
    rule: "background-tasks",
    seen: [...atWork, s.stop(900, { tasks: ["a server"] }), s.registry(910, "idle")],
    ms: 999_000,
    not: { seen: [...atWork, s.stop(900), s.registry(910, "idle")], ms: 999_000 },
  },
  {
    rule: "wake-ups",
    seen: [...atWork, s.stop(900, { wakeUps: ["at noon"] }), s.registry(910, "idle")],
    ms: 999_000,
    not: { seen: [...atWork, s.stop(900), s.registry(910, "idle")], ms: 999_000 },
  },
  {
    rule: "stop-and-idle",
    seen: [...atWork, s.registry(850, "idle"), s.stop(900)],
    ms: 900,
    not: { seen: [...atWork, s.registry(599, "idle"), s.stop(900)], ms: 900 },
  },
  {
    rule: "stop-and-quiet",
    seen: [launched, s.start(400), s.stop(900), s.log(1000)],
    ms: 4000,
    not: { seen: [launched, s.start(400), s.stop(900), s.log(1000)], ms: 3999 },
  },
  {
    rule: "interrupted",
    seen: [...escaped, s.ending(7100, true)],
    ms: 7100,
    not: { seen: [...escaped, s.ending(4999, true)], ms: 7100 },
  },
  {
    rule: "finished-without-a-hook",
    seen: [...untold, s.ending(7000, false), s.screen(7000)],
    ms: 7000,
    not: { seen: [...untold, s.ending(7000, false), s.screen(7000)], ms: 6999 },
  },
  {
    rule: "failed-without-a-hook",
    seen: [...untold, s.ending(5400, false, "", { failure: "API Error: 400" })],
    ms: 5400,
    not: { seen: [...untold, s.ending(4900, false, "", { failure: "API Error: 400" })], ms: 5400 },
  },
  {
    rule: "tasks-without-a-hook",
    seen: [launched, s.registry(400, "busy"), s.registry(5000, "shell")],
    ms: 7000,
    not: { seen: [launched, s.registry(400, "busy"), s.registry(5000, "shell")], ms: 6999 },
  },
  {
    rule: "machine-restarted",
    seen: [...atWork, boot(90_000, "another"), gone(90_000)],
    ms: 90_000,
    not: { seen: [...atWork, boot(90_000, "this"), gone(90_000)], ms: 90_000 },
  },
  {
    rule: "orphaned",
    seen: [...atWork, s.tmux(1000, { present: false }), s.processes(1010, "alive")],
    ms: 1010,
    not: { seen: [...atWork, s.processes(900, "alive"), s.tmux(1000, { present: false })], ms: 1010 },
  },
  {
    rule: "process-gone",
    seen: [...atWork, dead(1000), dead(2500)],
    ms: 2500,
    not: { seen: [...atWork, dead(1000), dead(2499)], ms: 9000 },
  },
  {
    rule: "menu-on-the-screen",
    seen: [launched, s.start(400), s.log(900), s.screen(1400, null, null, { menu: true })],
    ms: 1400,
    not: { seen: [launched, s.start(400), s.log(900), s.screen(1000, null, null, { menu: true })], ms: 1399 },
  },
  {
    rule: "shells-gone",
    seen: [...serving, s.registry(2000, "idle"), s.screen(7000)],
    ms: 7000,
    not: { seen: [...serving, s.registry(2000, "idle"), s.screen(7000, "", null, { tasks: 1 })], ms: 7000 },
  },
  {
    rule: "sends-again",
    seen: [...atWork, s.screen(900, "", null, { working: true, retrying: "retrying in 5s" })],
    ms: 900,
    not: { seen: [...atWork, s.screen(900, "", null, { working: true })], ms: 900 },
  },
  {
    rule: "nothing-moves",
    seen: atWork,
    ms: 600 + s.policy.stuckMs,
    not: { seen: atWork, ms: 599 + s.policy.stuckMs },
  },
  { rule: "no-life-yet", seen: [launched], ms: 29_999, not: { seen: [launched, s.start(400)], ms: 500 } },
  { rule: "at-work", seen: atWork, ms: 700, not: { seen: [...atWork, s.permission(900)], ms: 900 } },
];

describe.each(cases)("rule $rule", ({ rule, seen, ms, not }) => {
  it("decides on the smallest observation that is enough", () => {
    expect(s.judge(seen, ms).rule).toBe(rule);
  });
  it("keeps out of what is just not enough", () => {
    expect(s.judge(not.seen, not.ms).rule).not.toBe(rule);
  });
});

describe("all the rules", () => {
  it("are all tried here, and their names differ", () => {
    expect(cases.map((one) => one.rule).sort()).toEqual(rulesInOrder.map((one) => one.name).sort());
    expect(new Set(rulesInOrder.map((one) => one.name)).size).toBe(rulesInOrder.length);
  });

  it("judge the same observation the same, however often", () => {
    for (const { seen, ms } of cases) expect(s.judge(seen, ms)).toEqual(s.judge(seen, ms));
  });
});
