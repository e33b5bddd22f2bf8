/** Who pressed Escape through Jama. */
import { expect, it } from "vitest";
import { pressedAt, pressedKey, whoPressed } from "../../../src/warden/guard/pressed.ts";

const done = new Set([
  "launched",
  pressedKey("guardian", 500, 1_000),
  pressedKey("person", "u7", 2_000),
  pressedKey("guardian", 2_500, 3_000),
]);

it("is found again by what it was pressed for", () => {
  expect(pressedAt(done, "guardian", 500)).toBe(1_000);
  expect(pressedAt(done, "guardian", 50)).toBeUndefined();
  expect(pressedAt(done, "person", "u7")).toBe(2_000);
});

it("is the last one since the turn began", () => {
  expect(whoPressed(done, 0)).toBe("guardian");
  expect(whoPressed(new Set([...done].slice(0, 3)), 1_500)).toBe("person");
  expect(whoPressed(done, 3_001)).toBeUndefined();
  expect(whoPressed(new Set(), 0)).toBeUndefined();
});
