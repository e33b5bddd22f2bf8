import Anthropic from "@anthropic-ai/sdk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  bash,
  cutOff,
  fail,
  hangUp,
  type ModelApi,
  say,
  slowly,
  startModelApi,
  think,
  together,
} from "../../src/modelapi/index.ts";
import { clientOf, conversation } from "./client.ts";

let api: ModelApi;
let client: Anthropic;
beforeEach(async () => {
  api = await startModelApi();
  client = clientOf(api);
});
afterEach(() => api.close());

async function answer(...texts: string[]): Promise<string> {
  const message = await client.messages.create(conversation(...texts));
  return message.content.map((block) => (block.type === "text" ? block.text : block.type)).join("|");
}

it("keeps a connection for longer than any session is silent: one that is closed under a request is a failure", async () => {
  const { headers } = await fetch(api.url); // 404 is an answer, too
  expect(headers.get("keep-alive")).toBe("timeout=600");
});

describe("a scripted conversation", () => {
  it("follows its script step by step and then says that it is done", async () => {
    api.script("build", [say("one"), say("two")]);
    const answers = [
      await answer("build it"),
      await answer("build it", "one", "go on"),
      await answer("build it"),
    ];
    expect(answers).toEqual(["one", "two", "Done."]);
  });

  it("keeps several conversations apart, and the newest script wins", async () => {
    api.script("red", [say("old")]);
    api.script("red", [say("r")]);
    api.script("blue", [say("b")]);
    expect(await Promise.all([answer("blue one"), answer("red one")])).toEqual(["b", "r"]);
  });

  it("knows its conversation by the task, not by what is said later", async () => {
    api.script("other", [say("wrong")]);
    api.script("task", [say("right")]);
    expect(await answer("the task", "x", "the other thing")).toBe("right");
  });

  it("lets a function decide when the request is there", async () => {
    api.script("ask", [(request) => say(`${request.body.messages.length} messages`)]);
    expect(await answer("ask")).toBe("1 messages");
  });

  it("says so when such a function throws", async () => {
    const broken = () => {
      throw new Error("my mistake");
    };
    api.script("throw", [broken]);
    await expect(answer("throw")).rejects.toThrow("my mistake");
    expect(api.refused[0]?.status).toBe(500);
  });

  it("puts text and tools into one answer, and takes steps added later", async () => {
    const script = api.script("both", [together(say("look"), bash("ls"))]);
    expect(await answer("both")).toBe("look|tool_use");
    script.add(say("more"));
    expect(await answer("both")).toBe("more");
    expect(script.left).toBe(0);
  });
});

describe("the stream", () => {
  it("carries the same message as a plain answer does", async () => {
    api.script("stream", [together(say("Grüße, 世界"), bash("ls", { background: true }))]);
    const message = await client.messages.stream(conversation("stream")).finalMessage();
    expect(message.content[0]).toMatchObject({ type: "text", text: "Grüße, 世界" });
    expect(message.content[1]).toMatchObject({
      name: "Bash",
      input: { command: "ls", run_in_background: true },
    });
    expect(message.stop_reason).toBe("tool_use");
  });

  it("comes in as many pieces as the script says", async () => {
    api.script("slow", [slowly("abcdefghij", 5, 1)]);
    const pieces: string[] = [];
    await client.messages
      .stream(conversation("slow"))
      .on("text", (piece) => pieces.push(piece))
      .finalMessage();
    expect(pieces.filter((piece) => piece !== "")).toEqual(["ab", "cd", "ef", "gh", "ij"]);
  });

  it("can break off in the middle", async () => {
    api.script("break", [hangUp(4)]);
    await expect(client.messages.stream(conversation("break")).finalMessage()).rejects.toThrow();
    expect((await api.waitForRequest((one) => one.answer !== undefined)).answer?.end).toBe("hung-up");
  });

  it("can end at the token limit", async () => {
    api.script("long", [cutOff("and then")]);
    expect((await client.messages.create(conversation("long"))).stop_reason).toBe("max_tokens");
  });
});

describe("scripted failures", () => {
  it("come so many times, in Anthropic's shape, with retry-after", async () => {
    api.script("busy", [fail(429, "rate_limit_error", "Slow down", { times: 2, retryAfter: 7 }), say("ok")]);
    const refused = await client.messages.create(conversation("busy")).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Anthropic.RateLimitError);
    expect(refused).toMatchObject({
      status: 429,
      error: { type: "error", error: { type: "rate_limit_error" } },
    });
    expect(refused instanceof Anthropic.APIError && refused.headers?.get("retry-after")).toBe("7");
    await expect(answer("busy")).rejects.toThrow("Slow down");
    expect(await answer("busy")).toBe("ok");
  });

  it("fail the whole turn when a client may not retry them, and end with the next prompt", async () => {
    api.script("bad", [fail(400, "invalid_request_error", "No"), say("better")]);
    for (const _ of [1, 2, 3]) await expect(answer("bad")).rejects.toThrow("No");
    expect(await answer("bad", "API Error", "try again")).toBe("better");
  });
});

describe("what is recorded", () => {
  it("has each request without its secrets, and the time of the last byte", async () => {
    api.script("note", [think(30), say("noted")]);
    await answer("note");
    const record = await api.waitForRequest((one) => one.answer !== undefined);
    expect(record).toMatchObject({ kind: "main", script: "note", answer: { status: 200, end: "complete" } });
    expect(JSON.stringify(record)).not.toContain("test-key");
    expect((record.answer?.lastByteAt ?? 0) - record.at).toBeGreaterThanOrEqual(29);
  });

  it("counts tokens that grow, and reads what was there before from the cache", async () => {
    api.script("count", []);
    const first = await client.messages.create(conversation("count"));
    const second = await client.messages.create(conversation("count", "Done.", "and more ".repeat(100)));
    const whole = first.usage.input_tokens + (first.usage.cache_creation_input_tokens ?? 0);
    expect(second.usage.cache_read_input_tokens).toBe(whole);
    expect(second.usage.cache_creation_input_tokens).toBeGreaterThan(200);
  });

  it("says what was there when nothing fits in time", async () => {
    await answer("hello");
    await expect(api.waitForRequest((one) => one.kind === "side", 20)).rejects.toThrow("main(-)=200");
  });

  it("closes while an answer is still being thought about", async () => {
    api.script("forever", [think(60_000)]);
    const open = answer("forever").catch(() => "broken off");
    await api.waitForRequest((one) => one.script === "forever");
    await api.close();
    expect(await open).toBe("broken off");
    api = await startModelApi();
  });
});
