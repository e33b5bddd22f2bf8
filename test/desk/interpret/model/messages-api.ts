/** A Messages API on loopback that answers what a test tells it to. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Anthropic from "@anthropic-ai/sdk";
import { z } from "zod";

const Body = z.looseObject({
  model: z.string(),
  max_tokens: z.number(),
  system: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  output_config: z.object({ format: z.looseObject({ type: z.string(), schema: z.looseObject({}) }) }),
});

export interface Received {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: z.infer<typeof Body>;
}

/** How the server answers a request; leaving the response open is a hang. */
export type Reply = (response: ServerResponse) => void;

export interface MessagesApi extends AsyncDisposable {
  readonly client: Anthropic;
  readonly received: Received[];
  reply: Reply;
}

/** Starts it on a free port, with a real client that talks to it. */
export async function startMessagesApi(reply: Reply): Promise<MessagesApi> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Body.parse(JSON.parse(Buffer.concat(chunks).toString("utf8")));
      received.push({ url: request.url ?? "", headers: request.headers, body });
      api.reply(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const api: MessagesApi = {
    client: new Anthropic({ apiKey: "test", baseURL: `http://127.0.0.1:${port}` }),
    received,
    reply,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return api;
}

/** A finished message with this text; 900 tokens in, 60 out. */
export function says(text: string, stopReason = "end_turn"): Reply {
  return (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(
      JSON.stringify({
        id: "msg_1",
        type: "message",
        role: "assistant",
        model: "claude-haiku-5-5",
        content: [{ type: "text", text }],
        stop_reason: stopReason,
        stop_sequence: null,
        usage: { input_tokens: 900, output_tokens: 60 },
      }),
    );
  };
}

/** An error of the API. */
export function fails(status: number): Reply {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", "retry-after-ms": "1" });
    response.end(JSON.stringify({ type: "error", error: { type: "api_error", message: "no" } }));
  };
}
