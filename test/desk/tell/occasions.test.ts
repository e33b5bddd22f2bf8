/** Every occasion as a message: the exact words of the walk-through, and what all of them must be. */
import { describe, expect, it } from "vitest";
import { writeOrigin } from "../../../src/desk/message/origin.ts";
import * as occasions from "../../../src/desk/tell/occasions/index.ts";
import type { Ask } from "../../../src/protocol/events.ts";
import { expectSound, hardTexts, labels, longestName, session } from "../message/sound.ts";

const base = { v: 1 as const, id: "e", at: 0 };
const attach = "tmux attach -t claude-webapp-20260303-142000";
const live = [["Attach", "Stop"]];

describe("4: a launch", () => {
  it("reads as in the walk-through", () => {
    const draft = occasions.launched({ ...base, type: "launched", session: session(), attach, notes: [] });
    expect(draft.text).toBe(
      `Session launched: claude-webapp-20260303-142000\nDrop in: ${attach}\nDetach with Ctrl+B D to let it keep working.`,
    );
    expect(draft.entities).toEqual([
      { type: "code", offset: draft.text.indexOf(attach), length: attach.length },
    ]);
    expect(labels(draft)).toEqual([
      ["Attach", "Status"],
      ["Wrong project", "Stop"],
    ]);
  });

  it("adds how it was understood, and what else is to be known", () => {
    const origin = writeOrigin({ chat: 42, messageId: 7, remark: "(By rules.)" });
    const event = {
      ...base,
      type: "launched" as const,
      session: session({ origin }),
      attach,
      notes: ["No undo."],
    };
    expect(occasions.launched(event).text).toMatch(/keep working\.\n\(By rules\.\)\nNo undo\.$/);
  });

  it("that takes a conversation up again says which, and what of it still runs", () => {
    const resumes = { session: "claude-webapp-1", leftovers: [{ pid: 7, command: "node server.js" }] };
    const event = { ...base, type: "launched" as const, session: session(), attach, notes: [], resumes };
    const draft = occasions.launched(event);
    expect(draft.text).toMatch(
      /^Session launched: .*\nIt goes on with the conversation of claude-webapp-1\.\n/s,
    );
    expect(draft.text).toMatch(/Of that one still runs:\n• 7 node server\.js$/);
    expect(labels(draft)).toEqual([
      ["Attach", "Status"],
      ["End them", "Stop"],
    ]);
  });
});

describe("2: what is asked", () => {
  const asked = (ask: Ask) =>
    occasions.asked({ ...base, type: "asked", session: session(), asked: "a", ask, attach });

  it("is the question with its options", () => {
    const options = [
      { label: "Cursor", description: "stable" },
      { label: "Offset", description: "" },
    ];
    const draft = asked({ kind: "question", questions: [{ question: "Which style?", options }] });
    expect(draft.text).toBe(
      `webapp: Which style?\n• Cursor: stable\n• Offset\nAnswer at the desk:\n${attach}`,
    );
    expect(labels(draft)).toEqual(live);
  });

  it("is the tool and what it would do", () => {
    const draft = asked({ kind: "permission", tool: "Bash", what: "rm -rf build" });
    expect(draft.text).toMatch(/^webapp: may it use Bash\?\nrm -rf build\n/);
  });

  it("is the plan, folded away", () => {
    const draft = asked({ kind: "plan", plan: "1. Do it" });
    expect(draft.text).toMatch(/\n1\. Do it$/);
    expect(draft.entities.map((one) => one.type)).toContain("expandable_blockquote");
  });

  it("7: is a dialog with what the screen shows of it", () => {
    const draft = asked({ kind: "dialog", dialog: "Do you trust this folder?", screen: "❯ 1. Yes" });
    expect(draft.text.split("\n")[0]).toMatch(/^webapp: .*Do you trust this folder\?/);
    expect(draft.text).toContain("❯ 1. Yes");
  });
});

describe("an end", () => {
  const exit = {
    ...base,
    type: "exited" as const,
    session: session(),
    why: "",
    tail: "the end",
    leftovers: [],
  };
  const facts = { durationMs: 60_000 };

  it.each([
    [0, "was closed: Claude Code exited."],
    [1, "ended with an error: Claude Code exited with code 1."],
    [137, "was ended by a signal: Claude Code exited with code 137."],
  ])("with code %i says how", (code, how) => {
    const draft = occasions.exited({ ...exit, code, facts, resume: "claude --resume x" });
    expect(draft.text.split("\n")[0]).toBe(`Session claude-webapp-20260303-142000 ${how}`);
    expect(draft.text).toContain("claude --resume x");
    expect(labels(draft)).toEqual([["Resume"]]);
  });

  it("12: that left something running says so, with the button that ends it", () => {
    const leftovers = [{ pid: 7, command: "node server.js" }];
    const draft = occasions.closed({ ...base, type: "closed", session: session(), leftovers });
    expect(draft?.text).toContain("• 7 node server.js");
    expect(labels(draft)).toEqual([["End them"]]);
    expect(occasions.closed({ ...base, type: "closed", session: session(), leftovers: [] })).toBeUndefined();
  });
});

describe("every occasion", () => {
  const text = (long: string) => ({
    ...base,
    session: session({ name: longestName, project: long, task: long }),
    attach: long,
    turn: "t",
    why: long,
    screen: long,
    lastMessage: long,
    notes: [long, long],
    resume: long,
    tail: long,
    error: long,
    failure: { kind: "limit" as const, resetsAt: 9e12 },
    command: long,
    output: long,
    ok: false,
    asked: "a",
    tasks: Array.from({ length: 100 }, () => long),
    wakeUps: [long],
    leftovers: Array.from({ length: 100 }, () => ({ pid: 1, command: long })),
    facts: { durationMs: 1, gitUnavailable: long },
    code: null,
  });
  const option = (label: string) => ({ label, description: label });
  const asks = (long: string): Ask[] => [
    { kind: "question", questions: [{ question: long, options: [option(long), option(long)] }] },
    { kind: "permission", tool: long, what: long },
    { kind: "plan", plan: long },
    { kind: "dialog", dialog: long, screen: long },
    { kind: "elicitation", message: long },
  ];

  it.each(hardTexts)("is a message that Telegram takes, for the longest names and %.20j", (long) => {
    const event = text(long);
    const { leftovers } = event;
    const drafts = [
      occasions.launched({ ...event, type: "launched" }),
      occasions.launched({ ...event, type: "launched", resumes: { session: longestName, leftovers } }),
      occasions.queued({ ...event, type: "queued" }),
      occasions.notStarted({ ...event, type: "not-started" }),
      ...[true, false].flatMap((question) => [
        occasions.background({ ...event, type: "background", question }),
        occasions.sleeping({ ...event, type: "sleeping", question }),
      ]),
      occasions.failed({ ...event, type: "failed" }),
      occasions.retrying({ ...event, type: "retrying", said: long }),
      occasions.wentOn({ ...event, type: "went-on" }),
      occasions.interrupted({ ...event, type: "interrupted" }),
      occasions.stuck({ ...event, type: "stuck" }),
      occasions.escaped({ ...event, type: "escaped" }),
      occasions.notResumed({ ...event, type: "not-resumed" }),
      occasions.exited({ ...event, type: "exited", guard: { does: "give-up", of: 1 } }),
      occasions.orphans({ ...event, type: "orphans" }),
      occasions.exited({ ...event, type: "exited" }),
      occasions.kept({ ...event, type: "kept" }),
      occasions.verifyFailed({ ...event, type: "verified" }),
      occasions.closed({ ...event, type: "closed" }),
      ...asks(long).map((ask) => occasions.asked({ ...event, type: "asked", ask })),
    ];
    for (const draft of drafts) if (draft) expectSound(draft);
  });
});
