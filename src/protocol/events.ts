/**
 * What the warden tells the desk. An event is on disk before it is handed over and stays there until the
 * desk has taken it, so it can come twice: `id` is the same then.
 */
import { z } from "zod";

import { Facts } from "./facts.ts";
import { Failure } from "./failure.ts";
import { Leftover } from "./leftover.ts";
import { SessionView } from "./session.ts";

const base = {
  v: z.literal(1),
  id: z.string(),
  /** Unix milliseconds. */
  at: z.number(),
  session: SessionView,
  /** Id of the event that it says again: that one was told while somebody was attached, who left it open. */
  reminds: z.string().optional(),
};

/** A question as AskUserQuestion gives it. */
const Question = z.object({
  question: z.string(),
  options: z.array(z.object({ label: z.string(), description: z.string() })),
});
export type Question = z.infer<typeof Question>;

export const Ask = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("question"), questions: z.array(Question) }),
  z.object({ kind: z.literal("permission"), tool: z.string(), what: z.string() }),
  z.object({ kind: z.literal("plan"), plan: z.string() }),
  /** A dialog of Claude Code itself, as the screen shows it. */
  z.object({ kind: z.literal("dialog"), dialog: z.string(), screen: z.string() }),
  z.object({ kind: z.literal("elicitation"), message: z.string() }),
]);
export type Ask = z.infer<typeof Ask>;

/** What the guardian of a project does about a crash. */
export const Guarding = z.discriminatedUnion("does", [
  z.object({ does: z.literal("resume"), attempt: z.number(), of: z.number(), afterMs: z.number() }),
  /** It has resumed the conversation so often already. */
  z.object({ does: z.literal("give-up"), of: z.number() }),
]);
export type Guarding = z.infer<typeof Guarding>;

export const SessionEvent = z.discriminatedUnion("type", [
  z.object({ ...base, type: z.literal("queued"), why: z.string() }),
  z.object({
    ...base,
    type: z.literal("launched"),
    attach: z.string(),
    notes: z.array(z.string()),
    /** It goes on with the conversation of a session that is over, of which `leftovers` still run. */
    resumes: z
      .object({
        session: z.string(),
        leftovers: z.array(Leftover),
        /** The guardian did it, for the nth time in a row. */
        guard: z.object({ attempt: z.number(), of: z.number() }).optional(),
      })
      .optional(),
  }),
  /** Nothing of it runs any more. `screen` is what the terminal showed last, if anything. */
  z.object({ ...base, type: z.literal("not-started"), why: z.string(), screen: z.string() }),
  z.object({ ...base, type: z.literal("asked"), asked: z.string(), ask: Ask, attach: z.string() }),
  /** What was asked is settled, by whomever. */
  z.object({ ...base, type: z.literal("answered"), asked: z.string() }),
  /** A clean end of a turn; `turn` names this end in what follows. `question`: a rule says that the last message asks the person something. */
  z.object({
    ...base,
    type: z.literal("finished"),
    turn: z.string(),
    lastMessage: z.string(),
    question: z.boolean(),
    /** Facts still being measured are absent and follow with `measured`. */
    facts: Facts,
    complete: z.boolean(),
    resume: z.string(),
    /** False when not every channel could confirm it; the session is then kept. */
    certain: z.boolean(),
  }),
  z.object({ ...base, type: z.literal("measured"), turn: z.string(), facts: Facts }),
  z.object({
    ...base,
    type: z.literal("verified"),
    turn: z.string(),
    ok: z.boolean(),
    command: z.string(),
    /** The end of its output, without control sequences. */
    output: z.string(),
  }),
  /** The work went on after all: what `finished` said is withdrawn. */
  z.object({ ...base, type: z.literal("withdrawn"), turn: z.string() }),
  z.object({
    ...base,
    type: z.literal("background"),
    turn: z.string(),
    tasks: z.array(z.string()),
    lastMessage: z.string(),
    /** As for `finished`. */
    question: z.boolean().default(false),
  }),
  z.object({
    ...base,
    type: z.literal("sleeping"),
    turn: z.string(),
    wakeUps: z.array(z.string()),
    lastMessage: z.string(),
    question: z.boolean().default(false),
  }),
  z.object({
    ...base,
    type: z.literal("failed"),
    turn: z.string(),
    /** Claude Code's own name for it; empty when it has none. */
    error: z.string(),
    failure: Failure,
    lastMessage: z.string(),
    attach: z.string(),
  }),
  /** `by`: who ordered it through Jama; absent when it was done at the desk. */
  /** What was put off until a limit is lifted was done; or not, and `why`. */
  z.object({ ...base, type: z.literal("went-on"), why: z.string().nullable(), attach: z.string() }),
  z.object({ ...base, type: z.literal("interrupted"), by: z.enum(["person", "guardian"]).optional() }),
  /** The guardian pressed Escape, since nothing moved. */
  z.object({ ...base, type: z.literal("escaped") }),
  /** The API has been refusing for long, and Claude Code keeps trying by itself. `said`: its own words. */
  z.object({ ...base, type: z.literal("retrying"), said: z.string(), attach: z.string() }),
  z.object({
    ...base,
    type: z.literal("stuck"),
    screen: z.string(),
    attach: z.string(),
    /** The guardian's Escape changed nothing. */
    escaped: z.boolean().optional(),
  }),
  /** It is over, and nobody ordered it. `code` is null when it vanished without an exit event. */
  z.object({
    ...base,
    type: z.literal("exited"),
    code: z.number().nullable(),
    why: z.string(),
    tail: z.string(),
    facts: Facts,
    resume: z.string(),
    leftovers: z.array(Leftover),
    guard: Guarding.optional(),
  }),
  /** The guardian wanted to resume it and could not. */
  z.object({ ...base, type: z.literal("not-resumed"), why: z.string(), leftovers: z.array(Leftover) }),
  /** Processes that outlived their session, found later: it may be one that is not known any more. */
  z.object({ ...base, type: z.literal("orphans"), leftovers: z.array(Leftover) }),
  /** A finished session that is not torn down: said once, with the reason. */
  z.object({ ...base, type: z.literal("kept"), why: z.string(), attach: z.string() }),
  /** Ended by order (`session.state`: closed or stopped), and proven gone but for what it detached itself. */
  z.object({ ...base, type: z.literal("closed"), leftovers: z.array(Leftover) }),
]);
export type SessionEvent = z.infer<typeof SessionEvent>;
export type SessionEventType = SessionEvent["type"];
export type EventOf<T extends SessionEventType> = Extract<SessionEvent, { type: T }>;
