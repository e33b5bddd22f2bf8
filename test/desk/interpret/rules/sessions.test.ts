import { expect, test } from "vitest";
import {
  createRuleInterpreter,
  interpretByRules,
} from "../../../../src/desk/interpret/rules/rule-interpreter.ts";
import { context, webSession } from "../model/setting.ts";
import { specs } from "../specs.ts";

const second = { name: "claude-webapp-20260303-150112", project: "webapp", state: "working" as const };
const understood = (text: string, more: object = {}) =>
  interpretByRules({ ...context, text, ...more }, specs);

test("the only session of the project named is meant", () => {
  expect(understood("stop webapp").session).toBe(webSession);
});

test("of two sessions none is guessed", () => {
  const sessions = [second, ...context.sessions];
  expect(understood("stop webapp", { sessions }).session).toBeUndefined();
  expect(understood("stop", { sessions }).session).toBeUndefined();
});

test("a project without a session does not fall to another's", () => {
  expect(understood("stop api").session).toBeUndefined();
});

test("a reply names its session, also when it has ended", () => {
  const ended = "claude-api-20260101-000000";
  expect(understood("also add tests", { repliedTo: ended })).toMatchObject({
    intent: "message",
    session: ended,
    project: { kind: "sure", slug: "api" },
  });
});

test("an order to stop that needed typos forgiven, or that is a question, is not sure", () => {
  expect(understood("stop webapp").sure).toBe(true);
  expect(understood("stpo webapp").sure).toBe(false);
  expect(understood("stop wepapp").sure).toBe(false);
  expect(understood("stop webapp?").sure).toBe(false);
});

test("without a key the reason is told with every answer", async () => {
  const meaning = await createRuleInterpreter(specs, "no-key").interpret({ ...context, text: "status" });
  expect(meaning).toMatchObject({ by: "rules", fallback: "no-key" });
});
