/** How the guardian speaks, and how what outlived its session is told. */
import { describe, expect, it } from "vitest";
import * as occasions from "../../../../src/desk/tell/occasions/index.ts";
import { labels, session } from "../../message/sound.ts";

const base = { v: 1 as const, id: "e", at: 0 };
const attach = "tmux attach -t claude-webapp-20260303-142000";

describe("a guardian", () => {
  const exit = {
    ...base,
    type: "exited" as const,
    session: session(),
    code: 137,
    why: "",
    tail: "",
    facts: { durationMs: 1_000 },
    resume: "claude --resume x",
    leftovers: [],
  };

  it("says with the crash what it will do, and lets the person decide otherwise", () => {
    const guard = { does: "resume" as const, attempt: 1, of: 3, afterMs: 5_000 };
    const draft = occasions.exited({ ...exit, guard });
    expect(draft.text).toContain("\nI resume it in 5 s (1 of 3).\n");
    expect(labels(draft)).toEqual([["Resume now", "Leave it"]]);
  });

  it("says that it gives up", () => {
    const draft = occasions.exited({ ...exit, guard: { does: "give-up", of: 3 } });
    expect(draft.text).toContain("I have resumed this conversation 3 times in a row; it is yours now.");
    expect(labels(draft)).toEqual([["Resume"]]);
  });

  it("says what it resumed, for the nth time", () => {
    const resumes = { session: "claude-webapp-1", leftovers: [], guard: { attempt: 2, of: 3 } };
    const event = { ...base, type: "launched" as const, session: session(), attach, notes: [], resumes };
    expect(occasions.launched(event).text).toContain(
      "It goes on with the conversation of claude-webapp-1 (it crashed; resumed, 2 of 3).",
    );
  });

  it("says why it could not", () => {
    const leftovers = [{ pid: 7, command: "claude" }];
    const draft = occasions.notResumed({
      ...base,
      type: "not-resumed",
      session: session(),
      why: "its Claude Code still runs",
      leftovers,
    });
    expect(draft.text).toMatch(/^I could not resume .*: its Claude Code still runs\n• 7 claude$/);
    expect(labels(draft)).toEqual([["End them", "Resume"]]);
  });

  it("says whose Escape it was", () => {
    const event = { ...base, type: "interrupted" as const, session: session() };
    expect(occasions.interrupted(event).text).toContain("at the desk");
    expect(occasions.interrupted({ ...event, by: "person" }).text).toContain("as you ordered");
    expect(occasions.interrupted({ ...event, by: "guardian" }).text).toContain("It waits for you.");
  });
});

describe("12: what outlived its session", () => {
  it("is told with the button that ends it", () => {
    const leftovers = [{ pid: 7, command: "node server.js" }];
    const draft = occasions.orphans({ ...base, type: "orphans", session: session(), leftovers });
    expect(draft.text).toMatch(/^Session .* is over, and this of it still runs:\n• 7 node server\.js$/);
    expect(labels(draft)).toEqual([["End them"]]);
  });
});
