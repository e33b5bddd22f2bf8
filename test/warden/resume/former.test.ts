/** Which conversation a session had in the end, as its journal tells. */
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/warden/evidence/evidence.ts";
import { conversationOf, formerOf } from "../../../src/warden/resume/former.ts";
import { sessionRecord } from "../journal/sessionRecord.ts";
import * as s from "../judge/situation.ts";

const record = sessionRecord();
const entries = (...evidence: readonly Evidence[]) =>
  evidence.map((one) => ({ kind: "evidence" as const, at: one.at, evidence: one }));
const begun = (ms: number, source: string, id: string) =>
  s.hook(ms, { event: "SessionStart", source, transcript: `/home/me/.claude/projects/-web/${id}.jsonl` });

describe("the conversation of an ended session", () => {
  it("is the one it was begun with", () => {
    const former = formerOf(record, entries(s.launched, begun(400, "startup", record.claudeId)));
    expect(former).toMatchObject({ claudeId: record.claudeId, claudePid: undefined });
  });

  it("is the one that /clear began, with the transcript that goes with it", () => {
    const seen = entries(s.launched, begun(400, "startup", record.claudeId), begun(900, "clear", "second"));
    expect(formerOf(record, seen)).toMatchObject({
      claudeId: "second",
      transcript: "/home/me/.claude/projects/-web/second.jsonl",
    });
  });

  it("is the first one when no hook ever spoke", () => {
    expect(formerOf(record, [])).toEqual({ claudeId: record.claudeId, transcript: "", claudePid: undefined });
    expect(conversationOf(record, { transcript: "" })).toBe(record.claudeId);
  });

  it("goes with the process that the registry told of last", () => {
    expect(formerOf(record, entries(...s.atWork)).claudePid).toBe(100);
  });
});
