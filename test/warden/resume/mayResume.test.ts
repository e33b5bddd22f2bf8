/** Two Claude Codes never work on one conversation, and one that is gone is never begun. */
import { describe, expect, it } from "vitest";
import { whyNotResume } from "../../../src/warden/resume/mayResume.ts";

const clear = { heldBy: undefined, own: [], elsewhere: undefined, kept: true };

describe("12: a conversation", () => {
  it("may go on when it is kept and nobody has it", () => {
    expect(whyNotResume(clear)).toBeUndefined();
  });

  it("that goes on already is named", () => {
    const reply = whyNotResume({ ...clear, heldBy: "claude-web-2", kept: false });
    expect(reply).toEqual({ outcome: "refused", why: "It goes on already, in claude-web-2." });
  });

  it("whose Claude Code still runs waits for that one's end", () => {
    const own = [{ pid: 7, command: "claude --session-id x" }];
    expect(whyNotResume({ ...clear, own })).toEqual({ outcome: "still-runs", leftovers: own });
  });

  it("that the person has open at the desk is left to them", () => {
    expect(whyNotResume({ ...clear, elsewhere: 77 })).toMatchObject({
      outcome: "refused",
      why: expect.stringContaining("process 77"),
    });
  });

  it("that is not kept cannot go on", () => {
    expect(whyNotResume({ ...clear, kept: false })).toMatchObject({
      why: expect.stringMatching(/gone.*Send the task again/),
    });
  });
});
