import { describe, expect, it } from "vitest";
import type { OutItem } from "../../../src/desk/outbox/outItem.ts";
import { noticeDraft, tellNotice } from "../../../src/desk/tell/notices.ts";
import type { Notice } from "../../../src/protocol/notice.ts";

const passed: Notice = {
  ...{ v: 1, id: "claude:2.1.400:7", at: 7, about: "claude-version", version: "2.1.400", isNew: true },
  ...{ outcome: "passed", scenarios: 14, failed: [], why: "" },
};
const failed: Notice = { ...passed, outcome: "failed", failed: ["question", "plan"] };
const text = (notice: Notice) => noticeDraft(notice).text;

describe("a notice about a version of Claude Code", () => {
  it("says that it passed, and what follows from that", () => {
    expect(text(passed)).toBe(
      "Claude Code 2.1.400 is new to me. I checked it: all 14 scenarios as expected; I tear finished sessions down again.",
    );
    expect(text({ ...passed, isNew: false })).toMatch(/^I checked Claude Code 2\.1\.400: all 14/);
  });

  it("names what differs, what follows from that, and the way out", () => {
    expect(text(failed)).toBe(
      "Claude Code 2.1.400 is new to me. I checked it: 2 of 14 scenarios differ (question, plan).\n" +
        "I tell everything, but tear nothing down by myself. /certify runs it again.",
    );
    expect(text({ ...failed, failed: ["plan"] })).toContain("1 of 14 scenarios differs (plan)");
  });

  it("says why it could not be checked", () => {
    const why = "tmux is not installed.";
    expect(text({ ...passed, outcome: "not-run", why })).toBe(
      "Claude Code 2.1.400 is new to me, and I could not check it: tmux is not installed.\n" +
        "I tell everything, but tear nothing down by myself. /certify tries it again.",
    );
    expect(text({ ...passed, outcome: "not-run", version: "", why })).toBe(
      "I could not check Claude Code: tmux is not installed.\n/certify tries it again.",
    );
  });

  it("goes to everybody who is heard, each once; good news is silent", async () => {
    const items: OutItem[] = [];
    const outbox = { put: async (item: OutItem) => void items.push(item) };
    await tellNotice(passed, { outbox, users: [7, 8], secrets: [] });
    await tellNotice(failed, { outbox, users: [7], secrets: [] });
    const sent = items.flatMap((one) => (one.kind === "send" ? [[one.id, one.chat, one.silent]] : []));
    expect(sent).toEqual([
      ["claude:2.1.400:7:7", 7, true],
      ["claude:2.1.400:7:8", 8, true],
      ["claude:2.1.400:7:7", 7, false],
    ]);
  });
});
