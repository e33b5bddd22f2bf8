import { zodOutputFormat } from "@anthropic-ai/sdk/helpers/zod";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { fail, json, type ModelApi, say, startModelApi } from "../../src/modelapi/index.ts";
import { clientOf } from "./client.ts";

const Intent = z.object({
  verb: z.enum(["launch", "stop"]),
  project: z.string().nullable(),
  parts: z.array(z.object({ n: z.number() })),
});

let api: ModelApi;
beforeEach(async () => {
  api = await startModelApi();
});
afterEach(() => api.close());

function interpret(system: string) {
  return clientOf(api).messages.parse({
    model: "claude-haiku-test",
    max_tokens: 200,
    system,
    messages: [{ role: "user", content: "stop the web app" }],
    output_config: { format: zodOutputFormat(Intent) },
  });
}

describe("calls without tools", () => {
  it("get a value that fits their schema when nobody scripted them", async () => {
    const { parsed_output: parsed } = await interpret("You interpret messages.");
    expect(parsed).toEqual({ verb: "launch", project: "ok", parts: [] });
    expect(api.requests[0]?.kind).toBe("structured");
  });

  it("are recognised by their system prompt; the last step repeats", async () => {
    api.sideCall("interpret", "You interpret", [json({ verb: "stop", project: "web", parts: [{ n: 1 }] })]);
    await interpret("You interpret messages.");
    const again = await interpret("You interpret messages.");
    expect(again.parsed_output?.project).toBe("web");
    expect(api.requests[1]?.script).toBe("interpret");
  });

  it("can fail and can get nonsense", async () => {
    api.sideCall("haiku", (body) => body.model.includes("haiku"), [
      fail(529, "overloaded_error", "Overloaded"),
      say("banana"),
    ]);
    await expect(interpret("x")).rejects.toThrow("Overloaded");
    await expect(interpret("x")).rejects.toThrow("parse");
  });

  it("keep failing when a failure is all there is", async () => {
    api.sideCall("down", "x", [fail(500, "api_error", "Down")]);
    for (const _ of [1, 2]) await expect(interpret("x")).rejects.toThrow("Down");
  });

  it("do not take a conversation's steps", async () => {
    const script = api.script("web app", [say("mine")]);
    await interpret("x");
    expect(script.left).toBe(1);
  });
});
