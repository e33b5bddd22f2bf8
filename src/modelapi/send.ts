/** Writes answers and refusals to the connection, at the script's pace, and says how that ended. */
import type { ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { streamEvents } from "./answer.ts";
import { errorBody, type Refusal } from "./errors.ts";
import { type AnswerRecord, preciseNow } from "./records.ts";
import type { AnswerStep } from "./steps.ts";
import type { Answer } from "./wire.ts";

type Sent = Pick<AnswerRecord, "lastByteAt" | "end">;

/** Sends a refusal in Anthropic's shape. */
export function sendRefusal(response: ServerResponse, refusal: Refusal, requestId: string): Sent {
  response.writeHead(refusal.status, {
    "content-type": "application/json",
    ...(refusal.retryAfter === undefined ? {} : { "retry-after": String(refusal.retryAfter) }),
  });
  return finish(response, errorBody(refusal, requestId));
}

/** Sends a value as JSON. */
export function sendJson(response: ServerResponse, value: unknown): Sent {
  response.writeHead(200, { "content-type": "application/json" });
  return finish(response, JSON.stringify(value));
}

/** Streams an answer; a step may slow it down or break it off. */
export async function sendStream(response: ServerResponse, answer: Answer, step: AnswerStep): Promise<Sent> {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
  });
  const events = streamEvents(answer, step.pace?.chunks);
  const last = events.pop() ?? "";
  for (const [index, event] of events.entries()) {
    if (index === step.hangUpAfter) return hangUp(response);
    if (response.destroyed) return { lastByteAt: preciseNow(), end: "client-left" };
    response.write(event);
    if (step.pace !== undefined && event.startsWith("event: content_block_delta")) await delay(step.pace.ms);
  }
  return step.hangUpAfter === undefined ? finish(response, last) : hangUp(response);
}

function finish(response: ServerResponse, last: string): Sent {
  if (response.destroyed) return { lastByteAt: preciseNow(), end: "client-left" };
  response.end(last);
  return { lastByteAt: preciseNow(), end: "complete" };
}

function hangUp(response: ServerResponse): Sent {
  response.destroy();
  return { lastByteAt: preciseNow(), end: "hung-up" };
}
