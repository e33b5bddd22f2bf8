/** Answers one HTTP request: route, check, find the script, move, send, record. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import { buildAnswer } from "./answer.ts";
import { invalid, type Refusal } from "./errors.ts";
import type { Playbook } from "./playbook.ts";
import { kindOf } from "./read.ts";
import { type AnswerRecord, type ModelRequest, preciseNow, type Records } from "./records.ts";
import type { Script } from "./script.ts";
import { sendJson, sendRefusal, sendStream } from "./send.ts";
import { inputTokens, usageOf } from "./usage.ts";
import { checkBody, checkHeaders } from "./validate.ts";

const secretHeaders = new Set(["x-api-key", "authorization", "cookie", "proxy-authorization"]);

export interface Server {
  readonly playbook: Playbook;
  readonly records: Records;
  /** Ends waits when the server closes. */
  readonly closing: AbortSignal;
  /** Refusals before a script could be asked: a client that speaks another API shows up here. */
  readonly refused: Refusal[];
}

/** Answers one request. Never throws for what a client sent. */
export async function handle(
  server: Server,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const at = preciseNow();
  const requestId = `req_${randomUUID().replaceAll("-", "").slice(0, 24)}`;
  response.setHeader("request-id", requestId);
  response.socket?.setNoDelay(true);
  const path = (incoming.url ?? "/").split("?")[0] ?? "/";
  if (incoming.method === "HEAD" && path === "/") {
    response.writeHead(200).end();
    return;
  }
  const refuse = (refusal: Refusal) => {
    server.refused.push(refusal);
    sendRefusal(response, refusal, requestId);
  };
  const counting = path === "/v1/messages/count_tokens";
  if (incoming.method !== "POST" || (path !== "/v1/messages" && !counting)) {
    return refuse({ status: 404, type: "not_found_error", message: `Not found: ${incoming.method} ${path}` });
  }
  const raw = await text(incoming);
  const header = checkHeaders(incoming.headers);
  if (header !== undefined) return refuse(header);
  const checked = checkBody(raw, counting);
  if (!checked.ok) return refuse(checked.refusal);
  const script = counting ? undefined : server.playbook.find(checked.body);
  const request: ModelRequest = {
    number: server.records.all.length,
    at,
    path,
    headers: openHeaders(incoming),
    body: checked.body,
    kind: counting ? "count" : kindOf(checked.body),
    script: script?.match || undefined,
  };
  server.records.add(request);
  const answer =
    script === undefined
      ? { status: 200, usage: undefined, ...sendJson(response, { input_tokens: inputTokens(request.body) }) }
      : await play(server, script, request, response, requestId);
  server.records.answered(request, answer);
}

async function play(
  server: Server,
  script: Script,
  request: ModelRequest,
  response: ServerResponse,
  requestId: string,
): Promise<AnswerRecord> {
  const { waitMs, step } = await script.next(request);
  if (waitMs > 0) await delay(waitMs, undefined, { signal: server.closing });
  if (step.kind === "fail") {
    return { status: step.status, usage: undefined, ...sendRefusal(response, step, requestId) };
  }
  if (step.blocks.length === 0) {
    const refusal = invalid("the script gave an empty answer");
    return { status: 400, usage: undefined, ...sendRefusal(response, refusal, requestId) };
  }
  const usage = usageOf(request.body, step.blocks, script.seenTokens);
  script.seenTokens = inputTokens(request.body);
  const answer = buildAnswer(step, request.body.model, usage);
  const streamed = request.body.stream === true || step.hangUpAfter !== undefined;
  const sent = streamed ? await sendStream(response, answer, step) : sendJson(response, answer);
  return { status: 200, usage, ...sent };
}

function openHeaders(incoming: IncomingMessage): Record<string, string> {
  const pairs = Object.entries(incoming.headers).filter(([name]) => !secretHeaders.has(name));
  return Object.fromEntries(pairs.map(([name, value]) => [name, String(value)]));
}
