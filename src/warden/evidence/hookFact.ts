/**
 * What a hook's payload says, reduced to what the judge needs. Payloads are Claude Code's and change with its
 * versions: unknown fields are ignored, missing ones have a harmless default, unknown events become `other`.
 */
import { z } from "zod";
import { Ask } from "../../protocol/events.ts";
import { isNotice } from "../measure/ownPrompt.ts";

export const HookFact = z.discriminatedUnion("event", [
  z.object({ event: z.literal("SessionStart"), source: z.string(), transcript: z.string() }),
  /** `machine`: a prompt that Claude Code made itself, such as a task notification. `prompt` is its beginning. */
  z.object({
    event: z.literal("UserPromptSubmit"),
    turn: z.string(),
    machine: z.boolean(),
    prompt: z.string().default(""),
  }),
  /** The conversation is being shortened: busy without a turn. */
  z.object({ event: z.literal("compacting") }),
  z.object({ event: z.literal("asked"), ask: Ask }),
  z.object({ event: z.literal("answered"), tool: z.string() }),
  z.object({
    event: z.literal("Stop"),
    turn: z.string(),
    lastMessage: z.string(),
    /** Background tasks that still run, one phrase each. */
    tasks: z.array(z.string()),
    /** All of them are shells: what else runs in the background no other channel can be asked about. */
    onlyShells: z.boolean().default(false),
    /** Wake-ups and crons of its own, one phrase each. */
    wakeUps: z.array(z.string()),
  }),
  z.object({ event: z.literal("StopFailure"), turn: z.string(), error: z.string(), lastMessage: z.string() }),
  z.object({ event: z.literal("SessionEnd"), reason: z.string() }),
  z.object({ event: z.literal("other"), name: z.string() }),
]);
export type HookFact = z.infer<typeof HookFact>;

/** Enough of a prompt to know it again. */
const promptHead = 200;

const text = z.string().catch("");
const unknownTask = { description: "", command: "", status: "", type: "" };
const Task = z.object({ description: text, command: text, status: text, type: text }).catch(unknownTask);
/** Absent in older versions means none. What is there in another shape is still something: never "nothing runs". */
const something = (value: unknown): unknown =>
  value === undefined || value === null || Array.isArray(value) ? (value ?? []) : [value];
const Payload = z.object({
  hook_event_name: z.string(),
  prompt_id: text,
  transcript_path: text,
  source: text,
  prompt: text,
  tool_name: text,
  tool_input: z.record(z.string(), z.unknown()).catch({}),
  last_assistant_message: text,
  background_tasks: z.preprocess(something, z.array(Task)),
  session_crons: z.preprocess(something, z.array(z.record(z.string(), z.unknown()).catch({}))),
  error: text,
  reason: text,
  message: text,
});
type Payload = z.infer<typeof Payload>;

const Questions = z
  .array(
    z.object({ question: text, options: z.array(z.object({ label: text, description: text })).catch([]) }),
  )
  .catch([]);

/** A payload as a fact. Throws ZodError when it is no hook payload at all. */
export function readHook(payload: unknown): HookFact {
  const hook = Payload.parse(payload);
  switch (hook.hook_event_name) {
    case "SessionStart":
      return { event: "SessionStart", source: hook.source, transcript: hook.transcript_path };
    case "UserPromptSubmit":
      return {
        event: "UserPromptSubmit",
        turn: hook.prompt_id,
        machine: isNotice(hook.prompt),
        prompt: hook.prompt.slice(0, promptHead),
      };
    case "PreCompact":
      return { event: "compacting" };
    case "PermissionRequest":
      return { event: "asked", ask: readAsk(hook) };
    case "Elicitation":
      return { event: "asked", ask: { kind: "elicitation", message: hook.message } };
    case "PostToolUse":
      return { event: "answered", tool: hook.tool_name };
    case "Stop":
      return {
        event: "Stop",
        turn: hook.prompt_id,
        lastMessage: hook.last_assistant_message,
        tasks: hook.background_tasks
          .filter(stillRuns)
          .map((task) => task.description || task.command || "a task"),
        onlyShells: hook.background_tasks.filter(stillRuns).every(({ type }) => type === "shell"),
        wakeUps: hook.session_crons.map(describeWakeUp),
      };
    case "StopFailure":
      return {
        event: "StopFailure",
        turn: hook.prompt_id,
        error: hook.error,
        lastMessage: hook.last_assistant_message,
      };
    case "SessionEnd":
      return { event: "SessionEnd", reason: hook.reason };
    default:
      return { event: "other", name: hook.hook_event_name };
  }
}

function stillRuns(task: z.infer<typeof Task>): boolean {
  return !["completed", "failed", "killed", "stopped"].includes(task.status);
}

function describeWakeUp(cron: Record<string, unknown>): string {
  const said = [cron["schedule"], cron["cron"], cron["prompt"]].filter((part) => typeof part === "string");
  return said.join(": ").slice(0, 200) || "a wake-up of its own";
}

/** What is asked, as a person can read it. */
function readAsk(hook: Payload): Ask {
  const input = hook.tool_input;
  if (hook.tool_name === "AskUserQuestion") {
    return { kind: "question", questions: Questions.parse(input["questions"]) };
  }
  if (hook.tool_name === "ExitPlanMode") return { kind: "plan", plan: text.parse(input["plan"]) };
  const told = ["command", "file_path", "url", "path", "pattern", "query", "description"].map(
    (key) => input[key],
  );
  const what = told.find((value) => typeof value === "string") ?? JSON.stringify(input);
  return { kind: "permission", tool: hook.tool_name, what: String(what).slice(0, 3000) };
}
