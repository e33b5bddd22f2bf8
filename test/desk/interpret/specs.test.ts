import { expect, test } from "vitest";
import { interpretByRules } from "../../../src/desk/interpret/rules/rule-interpreter.ts";
import { context, webSession } from "./model/setting.ts";
import { specs } from "./specs.ts";

const examples = specs.flatMap((spec) => spec.examples.map((example) => [spec.name, example] as const));
const waiting = {
  ...context,
  sessions: context.sessions.map((one) => ({ ...one, state: "waiting" as const })),
};

test.each(examples)("%s: its own example %j is understood", (name, text) => {
  const request = { ...waiting, text, ...(name === "message" ? { repliedTo: webSession } : {}) };
  expect(interpretByRules(request, specs).intent).toBe(name);
});

test("one intent takes what comes out of the blue, one takes replies, and what is costly has no hints", () => {
  expect(specs.filter((spec) => spec.otherwise === "new")).toHaveLength(1);
  expect(specs.filter((spec) => spec.otherwise === "reply")).toHaveLength(1);
  expect(specs.filter((spec) => spec.costly && spec.hints !== undefined)).toEqual([]);
});

test("a new verb is one more spec: nothing else knows its name", () => {
  const pause = {
    name: "pause",
    meaning: "hold it",
    examples: [],
    needs: "session",
    cues: [/^pause(?: PROJECT)?$/u],
  } as const;
  const request = { ...context, text: "please pause the webapp" };
  expect(interpretByRules(request, [pause, ...specs])).toMatchObject({
    intent: "pause",
    session: webSession,
  });
});
