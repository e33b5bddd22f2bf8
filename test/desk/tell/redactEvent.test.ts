/** Secrets go from what a session wrote; what names things stays as it is. */
import { describe, expect, it } from "vitest";
import { redactEvent } from "../../../src/desk/tell/redactEvent.ts";
import type { SessionEvent } from "../../../src/protocol/events.ts";
import { session } from "../message/sound.ts";

const secret = "hunter2-hunter2";
const clean = (event: SessionEvent) => redactEvent(event, [secret]);
const base = {
  v: 1 as const,
  id: `id ${secret}`,
  at: 0,
  session: session({ name: secret, project: secret }),
};

describe("11: an event", () => {
  it("loses the secrets of its free texts, however deep they lie", () => {
    const question = { question: secret, options: [{ label: secret, description: secret }] };
    const asked = clean({
      ...base,
      type: "asked",
      asked: "1",
      ask: { kind: "question", questions: [question] },
      attach: "",
    });
    expect(asked).toMatchObject({
      ask: {
        questions: [{ question: "[secret]", options: [{ label: "[secret]", description: "[secret]" }] }],
      },
    });
    const leftovers = [{ pid: 1, command: `x ${secret}` }];
    expect(clean({ ...base, type: "closed", leftovers })).toMatchObject({
      leftovers: [{ pid: 1, command: "x [secret]" }],
    });
  });

  it("keeps its names, ids and commands to type", () => {
    const stuck = { ...base, type: "stuck" as const, screen: secret, attach: `tmux attach -t ${secret}` };
    expect(clean(stuck)).toEqual({ ...stuck, screen: "[secret]" });
  });
});
