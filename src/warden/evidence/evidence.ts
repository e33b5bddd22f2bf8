/**
 * Evidence: one fact about a session, with the channel it came by, the time, and what it says. Everything the
 * judge knows is a fold over these; the journal keeps them, so any verdict can be made again.
 */
import { z } from "zod";
import { Leftover } from "../../protocol/leftover.ts";
import { ScreenReading } from "../screen/screenReading.ts";
import { HookFact } from "./hookFact.ts";

const at = z.number();

export const Evidence = z.discriminatedUnion("channel", [
  /** tmux has the session: the launch is out of Jama's hands. `boot` names the run of the machine. */
  z.object({ channel: z.literal("launched"), at, boot: z.string().default("") }),
  /** The run of the machine at a later start of Jama: another one means that nothing of before lives. */
  z.object({ channel: z.literal("boot"), at, boot: z.string() }),
  /** The machine, or Jama, slept: silence of before says nothing. */
  z.object({ channel: z.literal("woke"), at }),
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
    /** Claude Code's; absent in old journals. */
    version: z.string().optional(),
  }),
  /** Which Claude Code it runs, by the registry's word or the program's, and whether Jama may clear up after that. */
  z.object({
    channel: z.literal("version"),
    at,
    version: z.string(),
    source: z.enum(["registry", "program"]),
    certified: z.boolean(),
  }),
  z.object({ channel: z.literal("exit"), at, code: z.number() }),
  /** `present` false: tmux answered and has no such session; `server` false: there is no tmux at all. */
  z.object({
    channel: z.literal("tmux"),
    at,
    present: z.boolean(),
    server: z.boolean().default(true),
    /** The session's name now, when somebody has renamed it. */
    renamed: z.string().default(""),
    dead: z.boolean(),
    attached: z.number(),
    /** More than one: somebody opened a pane of their own beside Claude Code's. */
    panes: z.number(),
  }),
  /** `changedAt`: when the log last grew. */
  z.object({ channel: z.literal("log"), at, size: z.number(), changedAt: z.number() }),
  /** Claude Code's process and the one that runs launch.sh, each by pid and start. */
  z.object({
    channel: z.literal("process"),
    at,
    pid: z.number(),
    claude: z.enum(["alive", "gone", "unknown"]),
    launcher: z.enum(["alive", "gone", "unknown"]),
  }),
  z.object({
    channel: z.literal("screen"),
    at,
    ...ScreenReading.shape,
    /** No prompt box, and its log grew just before: a dialog may be half painted. */
    painting: z.literal(true).optional(),
  }),
  /** The transcript's end: read only when no hook told how a turn ended. */
  z.object({
    channel: z.literal("transcript"),
    at,
    interrupted: z.boolean(),
    lastMessage: z.string(),
    /** What the API said when the turn failed; empty when it did not. */
    failure: z.string().default(""),
    /** Claude has said something since the last prompt. */
    answered: z.boolean().default(true),
    /** Wake-ups and crons that were set and not taken back, one phrase each. */
    wakeUps: z.array(z.string()).default([]),
    /** Claude's last answer, and the `prompt_id` of the last prompt, by their ids; empty where there is none. */
    answer: z.string().default(""),
    turn: z.string().default(""),
    /** The last prompt that was a person's, and no wake-up of the session's own; as `turn`. */
    personTurn: z.string().default(""),
  }),
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
