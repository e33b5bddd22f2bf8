/**
 * One line of Claude Code's transcript, reduced to what is measured. The format is undocumented and grows:
 * only what we rely on is asked for, and a line that does not fit is no line for us.
 */
import { z } from "zod";

const Usage = z.object({
  input_tokens: z.number().default(0),
  output_tokens: z.number().default(0),
  cache_read_input_tokens: z.number().nullish(),
  cache_creation_input_tokens: z.number().nullish(),
});

const blocks = z.union([z.string().transform((text) => [{ type: "text", text }]), z.array(z.unknown())]);

const common = { isSidechain: z.boolean().default(false), timestamp: z.string().default("") };

const AssistantLine = z.object({
  ...common,
  type: z.literal("assistant"),
  /** Not an answer: what Claude Code itself says of the API's refusal. */
  isApiErrorMessage: z.boolean().default(false),
  message: z.object({ id: z.string(), content: blocks, usage: Usage.optional() }),
});

const UserLine = z.object({
  ...common,
  type: z.literal("user"),
  isMeta: z.boolean().default(false),
  /** What a conversation was shortened to: no prompt of anybody. */
  isCompactSummary: z.boolean().default(false),
  promptId: z.string().optional(),
  message: z.object({ content: blocks }),
  toolUseResult: z.unknown().optional(),
});

/** Machine-made prompts wait here, and some (of a killed task) never become a user line. */
const QueueLine = z.object({
  ...common,
  type: z.literal("queue-operation"),
  operation: z.literal("enqueue"),
  content: z.string(),
});

export const TranscriptLine = z.discriminatedUnion("type", [AssistantLine, UserLine, QueueLine]);
export type TranscriptLine = z.infer<typeof TranscriptLine>;
export type AssistantLine = z.infer<typeof AssistantLine>;
export type UserLine = z.infer<typeof UserLine>;

const wanted = /"type":\s?"(assistant|user|queue-operation)"/;

/** Undefined for a line that tells us nothing: another kind, half written, or of a form not known. */
export function parseLine(text: string): TranscriptLine | undefined {
  if (!wanted.test(text)) return undefined;
  const json = parseJson(text);
  return json === undefined ? undefined : TranscriptLine.safeParse(json).data;
}

/** A line is parsed while it is written now and then: not being JSON is no surprise here. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
