/** Names of sessions. */
import { expect, it } from "vitest";
import { sessionName } from "../../../src/warden/launch/sessionName.ts";

const at = new Date(2026, 2, 3, 4, 5, 6);

it("a session is named after its project and the local time", () => {
  expect(sessionName("web-app", at, () => false)).toBe("claude-web-app-20260303-040506");
});

it("9: a name that is taken gets the first suffix that is free", () => {
  const taken = new Set(["claude-web-20260303-040506", "claude-web-20260303-040506-2"]);
  expect(sessionName("web", at, (name) => taken.has(name))).toBe("claude-web-20260303-040506-3");
});
