/** From a verdict to the event that tells of it. The numbers and texts that must be fetched are passed in. */

import type { EventOf, SessionEvent } from "../../protocol/events.ts";
import type { Facts } from "../../protocol/facts.ts";
import type { Leftover } from "../../protocol/leftover.ts";
import type { SessionView } from "../../protocol/session.ts";
import { failureKind } from "../judge/failureKind.ts";
import { resetTime } from "../judge/resetTime.ts";
import type { Verdict } from "../judge/verdict.ts";

/** What only the outside knows; fetched when the verdict needs it. */
export interface Outside {
  attach: string;
  resume: string;
  facts(): Promise<{ facts: Facts; complete: boolean }>;
  /** The end of the terminal's log, readable. */
  tail(): Promise<string>;
  screen(): Promise<string>;
  leftovers(): Promise<Leftover[]>;
}

type Common = Pick<EventOf<"interrupted">, "v" | "id" | "at" | "session" | "reminds">;

/** `reminds`: the key of an event that is told once more. */
export function common(session: SessionView, key: string, at: number, reminds?: string): Common {
  const idOf = (key: string) => `${session.name}:${key}`;
  return { v: 1, id: idOf(key), at, session, ...(reminds ? { reminds: idOf(reminds) } : {}) };
}

/** Undefined for verdicts that are nothing to tell. */
export async function compose(
  base: Common,
  verdict: Verdict,
  outside: Outside,
): Promise<SessionEvent | undefined> {
  const { attach, resume } = outside;
  switch (verdict.kind) {
    case "waiting":
      return { ...base, type: "asked", asked: verdict.id, ask: verdict.ask, attach };
    case "background": {
      const { id, tasks, lastMessage } = verdict.stop;
      const { question } = verdict;
      return { ...base, type: "background", turn: id, tasks, lastMessage, question };
    }
    case "sleeping": {
      const { id, wakeUps, lastMessage } = verdict.stop;
      const { question } = verdict;
      return { ...base, type: "sleeping", turn: id, wakeUps, lastMessage, question };
    }
    case "finished": {
      const { stop, question, certain } = verdict;
      const { facts, complete } = await outside.facts();
      const { id: turn, lastMessage } = stop;
      return { ...base, type: "finished", turn, lastMessage, question, certain, facts, complete, resume };
    }
    case "failed": {
      const { id, at, error, lastMessage } = verdict.failure;
      const failure = { kind: failureKind(error, lastMessage), resetsAt: resetTime(lastMessage, at) };
      return { ...base, type: "failed", turn: id, error, failure, lastMessage, attach };
    }
    case "interrupted":
      return { ...base, type: "interrupted" };
    case "retrying":
      return { ...base, type: "retrying", said: verdict.said, attach };
    case "stuck":
      return { ...base, type: "stuck", screen: await outside.screen(), attach };
    case "not-started": {
      const screen = (await outside.screen()) || (await outside.tail());
      return { ...base, type: "not-started", why: verdict.why, screen };
    }
    case "exited":
    case "lost": {
      const [{ facts }, tail, leftovers] = await Promise.all([
        outside.facts(),
        outside.tail(),
        outside.leftovers(),
      ]);
      const code = verdict.kind === "exited" ? verdict.code : null;
      const why = verdict.kind === "lost" ? verdict.why : "";
      return { ...base, type: "exited", code, why, tail, facts, resume, leftovers };
    }
    case "ended":
      return { ...base, type: "closed", leftovers: verdict.leftovers };
    case "queued":
    case "starting":
    case "working":
    case "ending":
      return undefined;
  }
}
