/** Talks to the scripted API the way its clients do, and raw where a client would never. */
import Anthropic from "@anthropic-ai/sdk";
import type { ModelApi } from "../../src/modelapi/index.ts";

/** Anthropic's own client, without retries. */
export function clientOf(api: ModelApi): Anthropic {
  return new Anthropic({ baseURL: api.url, apiKey: "test-key", authToken: null, maxRetries: 0 });
}

const bashTool = { name: "Bash", input_schema: { type: "object" as const } };

/** The body of a main conversation: user and assistant take turns. */
export function conversation(...texts: string[]): Anthropic.MessageCreateParamsNonStreaming {
  const messages = texts.map((content, index) => ({
    role: index % 2 === 0 ? ("user" as const) : ("assistant" as const),
    content,
  }));
  return { model: "claude-test", max_tokens: 100, messages, tools: [bashTool] };
}

/** Posts anything; `headers` replace the proper ones. */
export function post(api: ModelApi, body: unknown, headers?: Record<string, string>): Promise<Response> {
  return fetch(`${api.url}/v1/messages`, {
    method: "POST",
    headers: headers ?? {
      "x-api-key": "k",
      "anthropic-version": "2023-06-01",
      "content-type": "application/json",
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}
