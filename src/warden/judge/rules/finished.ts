/** A clean end as a finding: one whose last message asks something waits for the person. */
import type { Evidence } from "../../evidence/evidence.ts";
import type { StopSeen } from "../../evidence/observed.ts";
import { lastMessageAsksPerson } from "../../measure/question.ts";
import type { Found } from "./rule.ts";

/** By Stop: a message is read once, however often it is judged. */
const known = new WeakMap<Pick<StopSeen, "lastMessage">, boolean>();

/** Whether a turn ended with a question to the person. */
export function asksPerson(stop: Pick<StopSeen, "lastMessage">): boolean {
  const asks = known.get(stop) ?? lastMessageAsksPerson(stop.lastMessage);
  known.set(stop, asks);
  return asks;
}

export function finished(stop: StopSeen, certain: boolean, because: (Evidence | undefined)[]): Found {
  const question = asksPerson(stop);
  return {
    finding: { kind: "finished", stop, certain, question },
    state: question ? "waiting" : "finished",
    detail: question ? "reply" : "",
    because,
  };
}
