/** Sessions as both halves see them. */
import { z } from "zod";

/** How sure a state is over: the session can no longer change it by itself. */
const endedStates = ["closed", "stopped", "exited", "lost", "failed-start", "cancelled"] as const;

/** The states of DESIGN.md. `starting` ends with the first sign of life of Claude Code. */
export const SessionState = z.enum([
  "queued",
  "starting",
  "working",
  "waiting",
  "background",
  "sleeping",
  "retrying",
  "finished",
  "failed",
  "interrupted",
  "stuck",
  ...endedStates,
]);
export type SessionState = z.infer<typeof SessionState>;

export const SessionView = z.object({
  /** `claude-<project-slug>-<YYYYMMDD-HHMMSS>`: also the name of the tmux session. */
  name: z.string(),
  project: z.string(),
  state: SessionState,
  /** One short phrase that makes the state plain: "question", "2 tasks still running". Empty when the state says all. */
  detail: z.string(),
  /** Unix milliseconds. */
  createdAt: z.number(),
  /** Unix milliseconds at which the state was first seen. */
  since: z.number(),
  /** The person's task, verbatim. */
  task: z.string(),
  /** Opaque to the warden: what the desk gave at launch so that it can find its conversation again. Empty when unknown. */
  origin: z.string(),
  /** How many terminals are attached to it, as last seen; absent when nobody looks any more. */
  attached: z.number().optional(),
});
export type SessionView = z.infer<typeof SessionView>;

const ended: ReadonlySet<string> = new Set(endedStates);

/** True when nothing of the session runs any more. */
export function isEnded(state: SessionState): boolean {
  return ended.has(state);
}
