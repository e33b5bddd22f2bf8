/** Every recorded payload says what its sibling in `facts/` expects: a new recording needs two files and no code. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { HookFact, readHook } from "../../../src/warden/evidence/hookFact.ts";

const root = fileURLToPath(new URL("../../fixtures/claude/", import.meta.url));
const payloads = readdirSync(root).flatMap((version) =>
  existsSync(join(root, version, "hooks"))
    ? readdirSync(join(root, version, "hooks")).map((file) => [version, file] as const)
    : [],
);
const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(root, ...path), "utf8"));

describe("a recorded hook", () => {
  it.each(payloads)("of %s is understood: %s", (version, file) => {
    const fact = readHook(read(version, "hooks", file));
    expect(fact).toEqual(read(version, "facts", file));
    expect(HookFact.parse(fact)).toEqual(fact);
  });
});

describe("a hook of another version", () => {
  it("that is not known is an event like any other", () => {
    expect(readHook({ hook_event_name: "Teleport", more: 1 })).toEqual({ event: "other", name: "Teleport" });
  });

  it("whose fields are missing or of another shape has harmless defaults", () => {
    const stop = { hook_event_name: "Stop", last_assistant_message: 7 };
    expect(readHook(stop)).toEqual({
      event: "Stop",
      turn: "",
      lastMessage: "",
      tasks: [],
      onlyShells: true,
      wakeUps: [],
    });
    const question = { hook_event_name: "PermissionRequest", tool_name: "AskUserQuestion", tool_input: 3 };
    expect(readHook(question)).toEqual({ event: "asked", ask: { kind: "question", questions: [] } });
  });

  it("that is no hook at all is refused", () => {
    for (const payload of [null, 7, "text", {}, [], { hook_event_name: 1 }]) {
      expect(() => readHook(payload)).toThrow();
    }
  });

  it("1: whose background tasks have a status nobody knows counts them as running", () => {
    const task = (status: string) => ({ id: "a", status, description: status, command: "" });
    const statuses = ["running", "paused", "", "completed", "failed", "killed", "stopped"];
    const stop = { hook_event_name: "Stop", background_tasks: statuses.map(task) };
    expect(readHook(stop)).toMatchObject({ tasks: ["running", "paused", "a task"] });
  });

  it("1: whose wake-ups are of another shape still has them", () => {
    const stop = { hook_event_name: "Stop", session_crons: [{ at: 5 }, { prompt: "Look" }] };
    expect(readHook(stop)).toMatchObject({ wakeUps: ["a wake-up of its own", "Look"] });
  });

  it("1: whose background tasks or wake-ups are of another shape is not taken for a turn without any", () => {
    const read = { tasks: ["a task"], wakeUps: ["a wake-up of its own"] };
    const listed = { hook_event_name: "Stop", background_tasks: ["a server"], session_crons: ["at noon"] };
    expect(readHook(listed)).toMatchObject(read);
    const other = { hook_event_name: "Stop", background_tasks: "two", session_crons: 3 };
    expect(readHook(other)).toMatchObject(read);
  });
});
