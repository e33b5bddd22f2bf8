import { expect, test } from "vitest";
import { wishesIn } from "../../../../src/desk/interpret/rules/wishes.ts";

test.each([
  ["fix it with opus", "opus"],
  ["use sonnet to fix it", "sonnet"],
  ["Haiku: fix it", "haiku"],
  ["fix it (using claude-opus-5-5)", "claude-opus-5-5"],
  ["call the model with haiku and print it", undefined],
  ["write a haiku", undefined],
])("%j wishes the model %s", (text, model) => {
  expect(wishesIn(text).model).toBe(model);
});

test.each([
  ["plan first, then fix it in api", "plan"],
  ["plan the first release", undefined],
  ["fix it, plan first", "plan"],
  ["plan mode: fix it", "plan"],
  ["fix it, accept edits", "acceptEdits"],
  ["fix it in auto mode", "auto"],
  ["yolo mode: fix it", "bypassPermissions"],
  ["fix it, bypass permissions", "bypassPermissions"],
  ["fix it with skip permissions pls", "bypassPermissions"],
  ["fix it and dont ask me anything", undefined],
  ["do whatever you need, no questions", undefined],
  ["explain how to skip permissions", undefined],
  ["fix it, never with skip permissions", undefined],
  ["fix it but not in yolo mode", undefined],
  ["add a yolo mode to the game", undefined],
  ["test that we cannot bypass permissions", undefined],
])("%j wishes the mode %s", (text, mode) => {
  expect(wishesIn(text).permissionMode).toBe(mode);
});
