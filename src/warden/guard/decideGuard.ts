/**
 * What the guardian does about a session that crashed or froze. Pure. It takes up what was cut short by accident; what
 * somebody ended on purpose, at the desk or by an order, and what was over anyway, is left alone. So is everything
 * after a restart of the machine: that was on purpose as a rule, and a dozen sessions at once are no help then.
 */
import type { Observed } from "../evidence/observed.ts";
import type { VerdictOf } from "../judge/verdict.ts";
import type { GuardPolicy } from "./policy.ts";

export interface Crash {
  verdict: VerdictOf<"exited" | "lost">;
  /** The state that it was in before. */
  before: { state: string; detail: string };
  /** How often in a row the guardian has taken up this conversation. */
  resumed: number;
}

export type CrashDecision =
  | { do: "leave"; why: string }
  | { do: "resume"; attempt: number; of: number; afterMs: number }
  | { do: "give-up"; of: number };

/** 128 and SIGHUP, SIGINT or SIGTERM: somebody closed its terminal or asked it to end. No accident looks like that. */
const asked = [129, 130, 143];
const underWay = ["starting", "working", "background", "sleeping", "retrying", "stuck"];

export function decideCrash(
  { verdict, before, resumed }: Crash,
  policy: GuardPolicy | undefined,
): CrashDecision {
  if (!policy) return leave("the project has no guardian");
  if (verdict.kind === "exited" && verdict.code === 0) return leave("somebody closed it");
  if (verdict.kind === "exited" && asked.includes(verdict.code)) return leave("somebody asked it to end");
  if (verdict.rule === "machine-restarted") return leave("the machine was restarted");
  if (verdict.rule === "orphaned") return leave("its Claude Code still runs");
  const waits = before.state === "waiting" && before.detail !== "reply";
  if (!waits && !underWay.includes(before.state)) return leave(`its work was not under way: ${before.state}`);
  if (resumed >= policy.resumes) return { do: "give-up", of: policy.resumes };
  const afterMs = policy.backOffMs[resumed] ?? policy.backOffMs.at(-1) ?? 0;
  return { do: "resume", attempt: resumed + 1, of: policy.resumes, afterMs };
}

function leave(why: string): CrashDecision {
  return { do: "leave", why };
}

export interface Freeze {
  seen: Pick<Observed, "registry" | "process" | "tmux">;
  /** When the guardian pressed Escape for this very standstill. */
  escapedAt: number | undefined;
}

export type FreezeDecision =
  | { do: "escape" }
  /** Escape was pressed a moment ago: it may still answer. */
  | { do: "wait" }
  /** The person decides. */
  | { do: "ask" };

/** An interrupted Claude Code says so within a second; a busy machine gets more. */
const answerMs = 10_000;

export function decideFreeze(
  { seen, escapedAt }: Freeze,
  policy: GuardPolicy | undefined,
  now: number,
): FreezeDecision {
  if (!policy) return { do: "ask" };
  if (escapedAt !== undefined) return now - escapedAt < answerMs ? { do: "wait" } : { do: "ask" };
  const frozen = seen.registry?.status === "busy" && seen.process?.claude === "alive";
  return frozen && (seen.tmux?.attached ?? 0) === 0 ? { do: "escape" } : { do: "ask" };
}
