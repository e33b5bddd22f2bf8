/** What every message must be, whatever it tells; and things of the longest kind to tell of. */
import { expect } from "vitest";
import { Draft } from "../../../src/desk/message/draft.ts";
import { writeOrigin } from "../../../src/desk/message/origin.ts";
import type { SessionView } from "../../../src/protocol/session.ts";

/** A session whose project has the longest slug, begun as the twelfth of its second. */
export const longestSlug = "a".repeat(32);
export const longestName = `claude-${longestSlug}-20260303-142000-12`;

export const session = (about: Partial<SessionView> = {}): SessionView => ({
  name: "claude-webapp-20260303-142000",
  project: "webapp",
  state: "working",
  detail: "",
  createdAt: 0,
  since: 0,
  task: "add pagination",
  origin: writeOrigin({ chat: 42, messageId: 7 }),
  ...about,
});

/** Texts that break what counts in the wrong unit. */
export const hardTexts: readonly string[] = [
  "",
  " \n ",
  "x".repeat(10_000),
  "👩‍🚀".repeat(3_000),
  `x${"🚀".repeat(5_000)}`,
  "<b>not markup</b> & _nor_ *this* `neither`",
  "line\n".repeat(3_000),
];

/** No character of two units is cut in half. */
const isWhole = (text: string) => Buffer.from(text).toString() === text;

/** Telegram takes it as it is. */
export function expectSound(draft: Draft): void {
  Draft.parse(draft);
  const { text, entities, buttons } = draft;
  expect(text.length).toBeGreaterThan(0);
  expect(text.length).toBeLessThanOrEqual(4_096);
  expect(isWhole(text)).toBe(true);
  for (const { offset, length } of entities) {
    expect(offset).toBeGreaterThanOrEqual(0);
    expect(length).toBeGreaterThan(0);
    expect(offset + length).toBeLessThanOrEqual(text.length);
    expect(isWhole(text.slice(offset, offset + length))).toBe(true);
  }
  for (const button of buttons.flat()) {
    expect(button.label).not.toBe("");
    if (button.kind === "press") expect(Buffer.byteLength(button.data)).toBeLessThanOrEqual(64);
  }
  for (const row of buttons) expect(row.length).toBeLessThanOrEqual(8);
}

export const labels = (draft: Draft | undefined): string[][] =>
  (draft?.buttons ?? []).map((row) => row.map((one) => one.label));
