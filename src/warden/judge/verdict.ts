/** A verdict: what all evidence together says, with the rule that said so and the evidence it rests on. */
import type { Ask } from "../../protocol/events.ts";
import type { Leftover } from "../../protocol/leftover.ts";
import type { SessionState } from "../../protocol/session.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { Observed, StopSeen } from "../evidence/observed.ts";

export type Finding =
  | { kind: "queued" | "starting" | "working" }
  /** `id` names the turn that was interrupted. */
  | { kind: "interrupted"; id: string }
  /** Claude Code sends a request again by itself. `said`: its own words; `long`: the person should know. */
  | { kind: "retrying"; since: number; said: string; long: boolean }
  /** `since`: when anything moved last. */
  | { kind: "stuck"; since: number }
  | { kind: "waiting"; id: string; ask: Ask }
  | { kind: "background"; stop: StopSeen; question: boolean }
  /** `chain` names the wake-ups as long as they stay the same. */
  | { kind: "sleeping"; stop: StopSeen; chain: string; question: boolean }
  /** `certain`: every channel that can tell agrees. `question`: the last message asks the person something. */
  | { kind: "finished"; stop: StopSeen; certain: boolean; question: boolean }
  | { kind: "failed"; failure: NonNullable<Observed["failure"]> }
  | { kind: "exited"; code: number }
  | { kind: "lost"; why: string }
  | { kind: "not-started"; why: string }
  /** An order to end it was given; it is being carried out. */
  | { kind: "ending"; order: "stop" | "teardown" | "clear-failed-start" }
  | { kind: "ended"; state: SessionState; leftovers: Leftover[] };

export type Verdict = Finding & {
  rule: string;
  state: SessionState;
  /** A phrase that makes the state plain; empty when it says all. */
  detail: string;
  because: Evidence[];
};
export type VerdictOf<K extends Verdict["kind"]> = Extract<Verdict, { kind: K }>;

/** Times the judge goes by, in milliseconds. */
export interface Policy {
  /** Quiet time before a finished session is torn down (JAMA_IDLE_GRACE_SECONDS). */
  graceMs: number;
  /** Nothing moved on any channel for this long: ask (JAMA_STUCK_MINUTES). */
  stuckMs: number;
  /** No sign of life for this long after the launch: it did not start. */
  startMs: number;
  /** The project has a verify command. */
  verifies: boolean;
}
