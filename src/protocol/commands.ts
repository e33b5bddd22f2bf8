/**
 * What the desk may ask of the warden. Every command carries an id chosen by the desk: the same id asked
 * again (after a crash, a repeated update) gets the same answer and does nothing twice.
 */
import { z } from "zod";
import { Leftover } from "./leftover.ts";
import { SessionView } from "./session.ts";

const id = z.string().min(1).max(128);

export const LaunchCommand = z.object({
  id,
  project: z.string(),
  /** The person's own words: handed to Claude Code whole. */
  task: z.string().min(1),
  /** Handed back with every event of the session. */
  origin: z.string(),
  permissionMode: z.string().optional(),
  model: z.string().optional(),
  /** What to do when the project already has a live session; `ask` refuses with `busy`. */
  whenBusy: z.enum(["ask", "beside", "after"]).default("ask"),
  /** True when the person consented to a session that skips every permission question. */
  bypassConsent: z.boolean().default(false),
});
export type LaunchCommand = z.input<typeof LaunchCommand>;

export const LaunchReply = z.discriminatedUnion("outcome", [
  /** The session exists (or waits in the queue); events tell the rest. */
  z.object({ outcome: z.literal("accepted"), session: z.string(), queued: z.boolean() }),
  z.object({ outcome: z.literal("busy"), sessions: z.array(SessionView) }),
  z.object({ outcome: z.literal("needs-mode") }),
  z.object({ outcome: z.literal("needs-consent") }),
  /** Nothing was left behind. `why` is meant for the person: what was wrong and what to do. */
  z.object({ outcome: z.literal("refused"), why: z.string() }),
]);
export type LaunchReply = z.infer<typeof LaunchReply>;

/** Goes on with the conversation of a session that is over, in a new session. */
export const ResumeCommand = z.object({
  id,
  session: z.string(),
  /** The person's own words for it; absent: it is told to go on where it stopped. */
  text: z.string().min(1).optional(),
  /** Handed back with every event of the new session; absent: what the old one had. */
  origin: z.string().optional(),
  whenBusy: z.enum(["ask", "beside", "after"]).default("ask"),
});
export type ResumeCommand = z.input<typeof ResumeCommand>;

export const ResumeReply = z.discriminatedUnion("outcome", [
  ...LaunchReply.options,
  /** Claude Code of the old session still runs: two must not work on one conversation. */
  z.object({ outcome: z.literal("still-runs"), leftovers: z.array(Leftover) }),
]);
export type ResumeReply = z.infer<typeof ResumeReply>;

/** Presses Escape: what the session does now is interrupted, and it waits for the person. */
export const InterruptCommand = z.object({ id, session: z.string() });
export type InterruptCommand = z.infer<typeof InterruptCommand>;

export const InterruptReply = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("pressed") }),
  /** Nothing was pressed. */
  z.object({ outcome: z.literal("refused"), why: z.string() }),
]);
export type InterruptReply = z.infer<typeof InterruptReply>;

/** For a session that is over it calls off a resume that was planned. */
export const StopCommand = z.object({ id, session: z.string() });
export type StopCommand = z.infer<typeof StopCommand>;

export const StopReply = z.discriminatedUnion("outcome", [
  /** `leftovers`: what Claude detached on purpose and still runs. */
  z.object({ outcome: z.literal("stopped"), leftovers: z.array(Leftover) }),
  z.object({ outcome: z.literal("already-over"), state: z.string() }),
  z.object({ outcome: z.literal("unknown-session") }),
  z.object({ outcome: z.literal("not-gone"), why: z.string() }),
]);
export type StopReply = z.infer<typeof StopReply>;

/** The desk's word on a finished turn, when it has one: may hold a teardown back, can never cause one. */
export const JudgeCommand = z.object({
  id,
  session: z.string(),
  turn: z.string(),
  verdict: z.enum(["agreed", "hold", "no-opinion"]),
});
export type JudgeCommand = z.infer<typeof JudgeCommand>;

export const CheckReply = z.discriminatedUnion("outcome", [
  /** What comes of it is told as a notice. */
  z.object({ outcome: z.literal("started") }),
  z.object({ outcome: z.literal("running") }),
  z.object({ outcome: z.literal("unavailable"), why: z.string() }),
]);
export type CheckReply = z.infer<typeof CheckReply>;

export const SessionStatus = z.object({
  view: SessionView,
  /** The rule that decided the state. */
  rule: z.string(),
  /** The command that attaches a terminal; the desk shows it and knows no more of it. */
  attach: z.string(),
  /** The last lines the terminal shows, without control sequences; empty when it cannot be seen. */
  lastLines: z.array(z.string()),
});
export type SessionStatus = z.infer<typeof SessionStatus>;
