/** What kind of failure it was, and when a limit is lifted. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { failureKind } from "../../../src/warden/judge/failureKind.ts";
import { resetTime } from "../../../src/warden/judge/resetTime.ts";

const root = fileURLToPath(new URL("../../fixtures/claude/", import.meta.url));
const recorded = readdirSync(root).flatMap((version) =>
  readdirSync(join(root, version, "hooks"))
    .filter((file) => file.startsWith("stop-failure-"))
    .map((file) => [version, file] as const),
);
const kinds: Readonly<Record<string, string>> = {
  "rate-limit": "limit",
  "context-full": "context-full",
  billing: "billing",
  forbidden: "login",
  "no-model": "model",
};

describe("a recorded failure", () => {
  it.each(recorded)("of %s has its kind: %s", (version, file) => {
    const hook: unknown = JSON.parse(readFileSync(join(root, version, "hooks", file), "utf8"));
    const { error, last_assistant_message: said } = Object(hook);
    expect(failureKind(error, said)).toBe(kinds[file.replace(/^stop-failure-|\.json$/g, "")]);
  });
});

describe("a failure without a name", () => {
  it.each([
    ["You've hit your session limit · resets 8:30pm (Asia/Tokyo)", "limit"],
    ["Claude usage limit reached. Your limit will reset at 12am.", "limit"],
    ["API Error: 529 Overloaded", "overloaded"],
    ["API Error: 500 Internal server error", "server"],
    ["API Error: 400 prompt is too strange", "refused"],
    ["Something else", "unknown"],
  ])("is known by its words: %s", (said, kind) => {
    expect(failureKind("", said)).toBe(kind);
  });
});

describe("a limit's end", () => {
  const now = Date.parse("2026-07-13T08:00:00Z");

  it.each([
    ["You've hit your session limit · resets 8:30pm (Asia/Tokyo)", "2026-07-13T11:30:00Z"],
    ["You've hit your limit · resets 4pm (Asia/Kuala_Lumpur)", "2026-07-14T08:00:00Z"],
    ["resets 12:50am (America/Los_Angeles)", "2026-07-14T07:50:00Z"],
    ["resets 12pm (UTC)", "2026-07-13T12:00:00Z"],
    ["You've hit your weekly limit · resets Aug 17, 5pm (Europe/Paris)", "2026-08-17T15:00:00Z"],
    ["resets Jan 3 at 9am (UTC)", "2027-01-03T09:00:00Z"],
    [`Claude AI usage limit reached|${now / 1_000 + 60}`, "2026-07-13T08:01:00Z"],
  ])("is read from: %s", (said, at) => {
    expect(new Date(resetTime(said, now) ?? 0).toISOString()).toBe(at.replace("Z", ".000Z"));
  });

  it("is always to come, by this machine's clock where no zone is named", () => {
    const at = resetTime("Your limit will reset at 12am.".replace("will reset", "resets"), now) ?? 0;
    expect(at - now).toBeGreaterThan(0);
    expect(new Date(at).getHours()).toBe(0);
  });

  it.each(["", "Try again later.", "resets soon", "resets 5pm (Middle/Earth)", "limit reached|1000000000"])(
    "is not guessed from: %s",
    (said) => {
      expect(resetTime(said, now)).toBeNull();
    },
  );
});
