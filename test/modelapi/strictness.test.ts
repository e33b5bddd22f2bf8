import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type ModelApi, startModelApi } from "../../src/modelapi/index.ts";
import { clientOf, conversation, post } from "./client.ts";

const Refusal = z.object({
  type: z.literal("error"),
  error: z.object({ type: z.string(), message: z.string() }),
  request_id: z.string(),
});

let api: ModelApi;
beforeAll(async () => {
  api = await startModelApi();
});
afterAll(() => api.close());

const user = { role: "user", content: "hello" };
const call = { role: "assistant", content: [{ type: "tool_use", id: "t1", name: "Bash", input: {} }] };
const result = (id: string) => ({
  role: "user",
  content: [{ type: "tool_result", tool_use_id: id, content: "" }],
});
const marked = { type: "text", text: "x", cache_control: { type: "ephemeral" } };
const body = (change: Record<string, unknown>) => ({
  model: "m",
  max_tokens: 10,
  messages: [user],
  ...change,
});

describe("the API refuses what the real one refuses", () => {
  it.each([
    ["no model", body({ model: undefined }), "model: Field required"],
    ["no max_tokens", body({ max_tokens: undefined }), "max_tokens: Field required"],
    ["no messages", body({ messages: [] }), "at least one message"],
    ["an unknown role", body({ messages: [{ role: "robot", content: "x" }] }), "messages.0.role"],
    ["an assistant that begins", body({ messages: [{ role: "assistant", content: "x" }] }), "first message"],
    [
      "empty text",
      body({ messages: [{ role: "user", content: [{ type: "text", text: "" }] }] }),
      "non-empty",
    ],
    ["a tool call without result", body({ messages: [user, call, user] }), "without `tool_result` blocks"],
    [
      "a stray result",
      body({ messages: [user, call, result("t1"), user, result("t9")] }),
      "unexpected `tool_use_id`",
    ],
    ["two tools of one name", body({ tools: [{ name: "A" }, { name: "A" }] }), "unique"],
    ["five cache marks", body({ system: [marked, marked, marked, marked, marked] }), "Found 5"],
    ["too much thinking", body({ thinking: { type: "enabled", budget_tokens: 2000 } }), "budget_tokens"],
    ["no JSON", "{", "not valid JSON"],
  ])("%s", async (_what, sent, complaint) => {
    const response = await post(api, sent);
    const refusal = Refusal.parse(await response.json());
    expect(response.status).toBe(400);
    expect(refusal.error.type).toBe("invalid_request_error");
    expect(refusal.error.message).toContain(complaint);
    expect(refusal.request_id).toBe(response.headers.get("request-id"));
  });

  it("a call without key, and one without version", async () => {
    const json = { "content-type": "application/json" };
    expect((await post(api, body({}), json)).status).toBe(401);
    expect((await post(api, body({}), { ...json, authorization: "Bearer t" })).status).toBe(400);
  });

  it("another path", async () => {
    expect((await fetch(`${api.url}/v1/complete`, { method: "POST" })).status).toBe(404);
  });

  it("but takes a tool call with its result, and counts tokens", async () => {
    expect((await post(api, body({ messages: [user, call, result("t1")] }))).status).toBe(200);
    expect((await fetch(api.url, { method: "HEAD" })).status).toBe(200);
    const counted = await clientOf(api).messages.countTokens({
      model: "m",
      messages: conversation("hello").messages,
    });
    expect(counted.input_tokens).toBeGreaterThan(5);
  });
});
