/** A failed turn as a message: of what kind it is, what can be done, when it can go on; and what somebody may doubt. */
import { describe, expect, it } from "vitest";
import * as occasions from "../../../src/desk/tell/occasions/index.ts";
import { labels, session } from "../message/sound.ts";

const base = { v: 1 as const, id: "e", at: 0 };
const attach = "tmux attach -t claude-webapp-20260303-142000";

describe("a failed turn", () => {
  const event = {
    ...base,
    type: "failed" as const,
    session: session(),
    attach,
    turn: "t",
    error: "",
    lastMessage: "",
  };

  it("says when the limit is lifted, where that is known", () => {
    const failure = { kind: "limit" as const, resetsAt: base.at + 2 * 3_600_000 };
    expect(occasions.failed({ ...event, failure }).text).toMatch(
      /The limit is lifted .*at \d\d:\d\d, in 2 h\./,
    );
  });

  it("may go on where it can pass by itself, and at the limit's end where that is known", () => {
    const rows = (kind: "limit" | "overloaded" | "login", resetsAt: number | null) =>
      labels(occasions.failed({ ...event, failure: { kind, resetsAt } }));
    expect(rows("limit", base.at + 9)).toEqual([
      ["Resume then", "Go on"],
      ["Attach", "Stop"],
    ]);
    expect(rows("overloaded", null)).toEqual([["Go on"], ["Attach", "Stop"]]);
    expect(rows("login", null)).toEqual([["Attach", "Stop"]]);
  });

  it("that went on when the limit was lifted is told, and one that could not is told why", () => {
    const told = { ...base, type: "went-on" as const, session: session(), attach };
    expect(occasions.wentOn({ ...told, why: null }).text).toContain("goes on");
    const not = occasions.wentOn({ ...told, why: "somebody is attached to it" });
    expect(not.text).toContain("somebody is attached to it");
    expect(labels(not)).toEqual([["Go on"], ["Attach", "Stop"]]);
  });

  it.each([
    ["login", "/login"],
    ["context-full", "/compact"],
    ["model", "/model"],
    ["billing", "credit"],
  ] as const)("of the kind %s says what can be done", (kind, remedy) => {
    expect(occasions.failed({ ...event, failure: { kind, resetsAt: null } }).text).toContain(remedy);
  });
});

describe("what somebody may doubt", () => {
  it("comes with a button that says what it rests on", () => {
    const event = { ...base, session: session(), attach, why: "there is text in its prompt box", screen: "" };
    const stuck = occasions.stuck({ ...event, type: "stuck" });
    expect(labels(stuck)).toEqual([
      ["Attach", "Why"],
      ["Wait", "Interrupt", "Stop"],
    ]);
    expect(labels(occasions.kept({ ...event, type: "kept" }))).toEqual([["Attach", "Why", "Stop"]]);
  });

  it("says of a standstill what was tried", () => {
    const event = { ...base, session: session(), attach, screen: "", type: "stuck" as const };
    expect(occasions.stuck(event).text).toContain("I leave it alone.");
    expect(occasions.stuck({ ...event, escaped: true }).text).toContain(
      "I pressed Esc, and nothing came of it.",
    );
  });
});
