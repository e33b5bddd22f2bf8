/**
 * Evidence: one fact about a session, with the channel it came by, the time, and what it says. Everything the
 * judge knows is a fold over these; the journal keeps them, so any verdict can be made again.
 */
import { z } from "zod";
import { Leftover } from "../../protocol/leftover.ts";
import { HookFact } from "./hookFact.ts";

const at = z.number();

export const Evidence = z.discriminatedUnion("channel", [
  /** tmux has the session: the launch is out of Jama's hands. */
  z.object({ channel: z.literal("launched"), at }),
  /** `id` is the mailbox file's name and time: the same file read twice is the same evidence. */
  z.object({ channel: z.literal("hook"), at, id: z.string(), fact: HookFact }),
  /** Claude Code's own registry entry. `updatedAt` is its clock's time of the last change of status. */
  z.object({
    channel: z.literal("registry"),
    at,
    pid: z.number(),
    procStart: z.string(),
    status: z.enum(["busy", "idle", "waiting", "shell", "unknown"]),
    waitingFor: z.string(),
    updatedAt: z.number(),
  }),
  z.object({ channel: z.literal("exit"), at, code: z.number() }),
  /** `present` false: tmux answered and has no such session. */
  z.object({
    channel: z.literal("tmux"),
    at,
    present: z.boolean(),
    dead: z.boolean(),
    attached: z.number(),
    /** More than one: somebody opened a pane of their own beside Claude Code's. */
    panes: z.number(),
  }),
  /** `changedAt`: when the log last grew. */
  z.object({ channel: z.literal("log"), at, size: z.number(), changedAt: z.number() }),
  /** What the screen shows. `typed`: text in the prompt box; null when no prompt is seen. */
  z.object({
    channel: z.literal("screen"),
    at,
    typed: z.string().nullable(),
    dialog: z.string().nullable(),
    text: z.string(),
  }),
  /** The transcript's end: read only when no hook told how a turn ended. */
  z.object({ channel: z.literal("transcript"), at, interrupted: z.boolean(), lastMessage: z.string() }),
  /** Somebody, or Jama itself, decided that the session ends. */
  z.object({ channel: z.literal("order"), at, order: z.enum(["stop", "teardown", "clear-failed-start"]) }),
  /** Proof of the end: nothing of the session runs, but for what it detached itself. */
  z.object({
    channel: z.literal("end"),
    at,
    leftovers: z.array(Leftover),
  }),
  /** The desk's word on a finished turn (JudgeCommand). */
  z.object({
    channel: z.literal("desk"),
    at,
    turn: z.string(),
    verdict: z.enum(["agreed", "hold", "no-opinion"]),
  }),
  /** How the project's own verify command ended. */
  z.object({ channel: z.literal("verify"), at, stop: z.string(), ok: z.boolean() }),
  /** A launch that could not be carried out. */
  z.object({ channel: z.literal("not-launched"), at, why: z.string() }),
]);
export type Evidence = z.infer<typeof Evidence>;
export type EvidenceOf<C extends Evidence["channel"]> = Extract<Evidence, { channel: C }>;
