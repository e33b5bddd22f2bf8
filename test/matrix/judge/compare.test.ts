/** The matrix's own judge: what it calls a fault, and what not. */
import { describe, expect, it } from "vitest";
import type { Kind } from "../look/kinds.ts";
import { compare, type Message, type Seen, type SessionSeen } from "./compare.ts";
import { type ExpectedRun, expectIn } from "./expectIn.ts";

const told = (kind: Kind, at = 0, text = "Session s complete."): Message => ({
  kind,
  at,
  silent: false,
  text,
});
const expected: ExpectedRun = {
  passes: ["working", "finished", "closed"],
  final: "closed",
  life: "torn-down",
  told: [{ kind: "launched" }, { kind: "finished" }],
  anyAsk: false,
};
const states = [
  { state: "starting", at: 0 },
  { state: "working", at: 1_000 },
  { state: "finished", at: 2_000 },
  { state: "closed", at: 6_000 },
];
const session: SessionSeen = { name: "s", states, alive: false, tornDownAt: 5_000 };
const good: Seen = {
  messages: [told("launched"), told("finished", 2_050)],
  sessions: [session],
  until: 7_000,
};

function kinds(seen: Partial<Seen>, run = expected): string[] {
  return compare(run, { ...good, ...seen }).faults.map((one) => one.kind);
}

describe("a run", () => {
  it("that went as expected has no fault, and its messages are paired with what was expected", () => {
    const { faults, pairs } = compare(expected, good);
    expect(faults).toEqual([]);
    expect(pairs.map(({ message }) => message.at)).toEqual([0, 2_050]);
  });

  it("whose message did not come, came twice, or is of another kind has that fault", () => {
    const [launched, finished] = good.messages as [Message, Message];
    expect(kinds({ messages: [launched] })).toContain("missed");
    expect(kinds({ messages: [launched, finished, finished] })).toEqual(["doubled"]);
    expect(kinds({ messages: [launched, finished, told("stuck")] })).toEqual(["unexpected"]);
    expect(kinds({ messages: [launched, { ...finished, silent: true }] })).toEqual(["unexpected"]);
  });

  it("1: that ends what must live, or before its end was told, is a false kill", () => {
    const stays: ExpectedRun = { ...expected, passes: ["working"], final: "closed", life: "stays" };
    expect(kinds({}, stays)).toContain("false-kill");
    const early = { ...session, tornDownAt: 2_000 };
    expect(kinds({ sessions: [early] })).toEqual(["false-kill"]);
  });

  it("whose states go another way is wrong, and a flicker that nothing was told of is not", () => {
    const flicker = { state: "interrupted", at: 1_500 };
    const back = { state: "working", at: 1_700 };
    const [starting, working, finished, closed] = states as [
      (typeof states)[0],
      (typeof states)[0],
      (typeof states)[0],
      (typeof states)[0],
    ];
    const through = (...some: typeof states) => kinds({ sessions: [{ ...session, states: some }] });
    expect(through(starting, working, flicker, back, finished, closed)).toEqual([]);
    expect(through(starting, working, { ...flicker, at: 1_100 }, back, finished, closed)).toEqual([
      "wrong-state",
    ]);
    expect(through(starting, finished, closed)).toEqual(["wrong-state"]);
    expect(through(starting, working, finished)).toContain("wrong-state");
  });
});

describe("an expectation", () => {
  const scenario = {
    name: "asks",
    theme: "questions",
    about: "",
    expect: {
      ...expected,
      passes: ["working", "waiting(question)", "finished", "closed"],
      told: ["launched", { kind: "question", says: "Which?" }, "finished"],
    },
    except: [{ sets: ["d"], versions: ["1"], why: "it cannot be seen", expect: "skip" }],
  } as const;

  it("1: with a channel missing tears nothing down", () => {
    const found = expectIn(scenario, "c", "1");
    expect(found).toMatchObject({
      kind: "run",
      expect: { life: "stays", final: "finished", passes: ["working", "waiting(question)", "finished"] },
    });
  });

  it("without hooks takes any question for any other", () => {
    const found = expectIn(scenario, "b", "1");
    expect(found).toMatchObject({
      kind: "run",
      expect: { anyAsk: true, passes: ["waiting", "finished"] },
    });
    expect(JSON.stringify(found)).not.toContain("Which?");
  });

  it("is left out where a set and a version cannot show it, with the reason", () => {
    expect(expectIn(scenario, "d", "1")).toEqual({ kind: "skip", why: "it cannot be seen" });
    expect(expectIn(scenario, "d", "2").kind).toBe("run");
  });
});
