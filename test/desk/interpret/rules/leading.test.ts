import { expect, test } from "vitest";
import { read } from "./reading.ts";

test.each([
  ["have Claude Code fix it", "fix it"],
  ["Hey Jama, could you please ask claude to  fix it", " fix it"],
  ["lass Claude Code mal im blog aufräumen", "im blog aufräumen"],
  ["demande à claude d'ajouter X", "ajouter X"],
  ["webapp: fix it", "fix it"],
  ["in the web app - fix it", "fix it"],
  ["start a claude session in api: fix it", "fix it"],
  ["with opus: have claude fix it", "fix it"],
  ["have claude, in webapp: fix it", "fix it"],
])("%j leaves %j", (text, task) => {
  expect(read(text).task).toBe(task);
});

test.each([
  "please fix it",
  "webapp fix it",
  "webapp-login is broken",
  "claude code settings are missing",
  "have claude code",
  "webapp:",
  "tell claude code is broken",
  "webapp, api: bump node",
  "/have claude fix it",
  "https://api: is no lead",
])("%j stays whole", (text) => {
  expect(read(text).task).toBe(text);
});
