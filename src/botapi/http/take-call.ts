/** One API call from its parameters to its answer: planned faults, rate limits, then the method itself. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Fault, Faults } from "../faults/faults.ts";
import type { Limiter } from "../faults/limiter.ts";
import type { Call, Method } from "../methods/method.ts";
import { Refusal, tooManyRequests } from "../refusal.ts";
import type { World } from "../world/world.ts";
import { type Answer, failure, success } from "./answer.ts";
import type { RequestBody } from "./body.ts";
import type { CallRecord } from "./calls.ts";

export interface Desk {
  world: World;
  faults: Faults;
  limiter: Limiter;
  calls: CallRecord[];
  /** Aborted when the server stops. */
  stopping: AbortSignal;
}

export type Outcome =
  | { kind: "answer"; answer: Answer }
  | { kind: "html"; status: number }
  | { kind: "lost" };

/** Takes a call and records it; never throws. */
export async function takeCall(
  desk: Desk,
  method: Method,
  body: RequestBody,
  hungUp: AbortSignal,
): Promise<Outcome> {
  const record: CallRecord = { method: method.name, params: body.values, at: desk.world.now(), lost: false };
  desk.calls.push(record);
  const fault = desk.faults.take(method.name);
  if (fault?.kind === "html") return fault;
  const answer = await answerOf(desk, method, body, hungUp, record, fault);
  record.answer = answer;
  record.lost = fault?.kind === "lost" || hungUp.aborted;
  desk.world.changes.tell();
  return record.lost ? { kind: "lost" } : { kind: "answer", answer };
}

async function answerOf(
  desk: Desk,
  method: Method,
  body: RequestBody,
  hungUp: AbortSignal,
  record: CallRecord,
  fault: Fault | undefined,
): Promise<Answer> {
  try {
    if (fault?.kind === "error") throw new Refusal(fault.code, fault.description, fault.parameters);
    if (fault?.kind === "delay") await sleep(fault.ms, undefined, { signal: desk.stopping });
    const wait = desk.limiter.take(method.name, body.values["chat_id"], record.at);
    if (wait !== undefined) throw tooManyRequests(wait);
    const call: Call = { world: desk.world, uploads: body.uploads, now: desk.world.now(), hungUp };
    return success(await method.answer(call, body));
  } catch (error) {
    return failure(error);
  }
}
