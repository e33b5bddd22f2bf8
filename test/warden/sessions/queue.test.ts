/** Who may start now. */
import { describe, expect, it } from "vitest";
import type { SessionState } from "../../../src/protocol/session.ts";
import { holdsMemory, mayStart } from "../../../src/warden/sessions/queue.ts";
import { session } from "../../desk/message/sound.ts";
import { fold, launched } from "../judge/situation.ts";

type Queued = Parameters<typeof mayStart>[0];

const one = (name: string, state: SessionState, after?: string[]): Queued => ({
  record: {
    v: 1,
    name,
    commandId: name,
    project: "web",
    projectPath: "/web",
    folder: "/f",
    claudeId: "c",
    createdAt: 0,
    task: "t",
    origin: "o",
    permissionMode: "plan",
    bypassConsent: false,
    ...(after ? { after } : {}),
  },
  seen: fold(state === "queued" ? [] : [launched]),
  view: session({ name, state }),
});

describe("a queued session", () => {
  it.each<[SessionState, boolean]>([
    ["working", false],
    ["waiting", false],
    ["background", false],
    ["stuck", false],
    ["failed", false],
    ["queued", false],
    ["finished", false],
    ["closed", true],
    ["exited", true],
    ["lost", true],
  ])("that waits for one that is %s may start: %s", (state, may) => {
    const queued = one("b", "queued", ["a"]);
    expect(mayStart(queued, [one("a", state), queued], 9)).toBe(may);
  });

  it.each([
    ["agreed", true],
    ["no-opinion", true],
    ["hold", false],
  ] as const)("that waits for a finished one which the desk calls %s may start: %s", (verdict, may) => {
    const stop = { id: "s", at: 0, turn: "t", lastMessage: "", tasks: [], onlyShells: true, wakeUps: [] };
    const finished = one("a", "finished");
    const queued = one("b", "queued", ["a"]);
    const seen = { ...finished.seen, stop, judged: { s: verdict } };
    expect(mayStart(queued, [{ ...finished, seen }, queued], 9)).toBe(may);
  });

  it("may start when what it waited for is forgotten", () => {
    const queued = one("b", "queued", ["gone"]);
    expect(mayStart(queued, [queued], 9)).toBe(true);
  });

  it("waits for room, and sessions that have ended leave some", () => {
    const queued = one("b", "queued", []);
    const others = [one("x", "finished"), one("y", "working")];
    expect(mayStart(queued, [...others, queued], 2)).toBe(false);
    expect(mayStart(queued, [...others, one("z", "closed"), queued], 3)).toBe(true);
  });

  it("9: that was launched is not launched again", () => {
    expect(mayStart(one("b", "working", []), [], 9)).toBe(false);
    expect(mayStart(one("b", "queued"), [], 9)).toBe(false);
  });

  it("holds no memory", () => {
    expect([one("a", "queued"), one("b", "working"), one("c", "closed")].map(holdsMemory)).toEqual([
      false,
      true,
      false,
    ]);
  });
});
