/** A clean end as a finding: one whose last message asks something waits for the person. */
import type { Evidence } from "../../evidence/evidence.ts";
import type { StopSeen } from "../../evidence/observed.ts";
import { lastMessageAsksPerson } from "../../measure/question.ts";
import type { Found } from "./rule.ts";

/** Whether a turn ended with a question to the person. */
export function asksPerson({ lastMessage }: Pick<StopSeen, "lastMessage">): boolean {
  return lastMessageAsksPerson(lastMessage);
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
