/** Whom an entry of Claude Code's registry is about. */
import { describe, expect, it } from "vitest";
import { speaksOf } from "../../../src/warden/sessions/speaksOf.ts";
import { sessionRecord } from "../journal/sessionRecord.ts";

const record = sessionRecord({ claudeId: "c" });
const one = { pid: 7, procStart: "100" };
const ours = { ...one, status: "idle" as const };
const other = { pid: 8, procStart: "200" };

describe("an entry of the registry", () => {
  it("is about the session of its conversation", () => {
    expect(speaksOf({ record, seen: {} }, "c", one)).toBe(true);
    expect(speaksOf({ record, seen: {} }, "d", one)).toBe(false);
  });

  it("is about the session of its process, also after /clear", () => {
    expect(speaksOf({ record, seen: { registry: ours } }, "d", one)).toBe(true);
    expect(speaksOf({ record, seen: { registry: ours } }, "d", { ...one, procStart: "101" })).toBe(false);
  });

  it("1, 2: of another process that took up the same conversation is none of ours while ours has one", () => {
    const seen = { registry: { ...one, status: "busy" as const } };
    expect(speaksOf({ record, seen }, "c", other)).toBe(false);
    expect(speaksOf({ record, seen }, "c", one)).toBe(true);
    const left = { registry: { ...one, status: "unknown" as const } };
    expect(speaksOf({ record, seen: left }, "c", other)).toBe(true);
  });

  it("1, 2: of the killed process of a conversation that goes on is about nobody any more", () => {
    const resumes = { session: "claude-web-1", ownWords: false, before: [one] };
    const resumed = { record: { ...record, resumes }, seen: {} };
    expect(speaksOf(resumed, "c", one)).toBe(false);
    expect(speaksOf(resumed, "c", other)).toBe(true);
  });
});
