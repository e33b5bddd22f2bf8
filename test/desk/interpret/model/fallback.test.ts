import { expect, test } from "vitest";
import { fails, type Reply, says, startMessagesApi } from "./messages-api.ts";
import { answers, interpreterFor } from "./setting.ts";

const nonsense: [string, Reply][] = [
  ["text that is no JSON", says("Sure! I will fix the login.")],
  ["JSON of another shape", says('{"intent":"launch"}')],
  ["an unknown intent", answers({ intent: "selfdestruct" })],
  ["an unknown project", answers({ project: "nowhere" })],
  ["a session that is not live", answers({ intent: "stop", session: "claude-webapp-20200101-000000" })],
  ["an answer that was cut off", says('{"intent":"lau', "max_tokens")],
  ["a refusal", says("", "refusal")],
];

test.each(nonsense)("%s falls back to the rules, and the tokens are still counted", async (_, reply) => {
  await using api = await startMessagesApi(reply);
  const interpreter = await interpreterFor(api);

  const meaning = await interpreter.interpret("webapp: fix the login");

  expect(meaning).toMatchObject({
    intent: "launch",
    by: "rules",
    fallback: "nonsense",
    task: "fix the login",
  });
  expect(interpreter.fallbacks).toEqual(["nonsense"]);
  expect(interpreter.usage).toHaveLength(1);
});

test("an error of the API is tried once more, then the rules answer", async () => {
  await using api = await startMessagesApi(fails(500));
  const interpreter = await interpreterFor(api);

  expect(await interpreter.interpret("status")).toMatchObject({
    intent: "status",
    by: "rules",
    fallback: "error",
  });
  expect(api.received).toHaveLength(2);
});

test("a refused key is an error, not a crash", async () => {
  await using api = await startMessagesApi(fails(401));
  const interpreter = await interpreterFor(api);

  expect(await interpreter.interpret("status")).toMatchObject({ by: "rules", fallback: "error" });
});

test("an API that hangs is left after the time given, retries included", async () => {
  await using api = await startMessagesApi(() => undefined);
  const interpreter = await interpreterFor(api, 60);

  expect(await interpreter.interpret("stop webapp")).toMatchObject({
    intent: "stop",
    by: "rules",
    fallback: "timeout",
  });
  expect(interpreter.usage).toEqual([]);
});
