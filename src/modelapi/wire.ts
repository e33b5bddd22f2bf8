/**
 * The parts of Anthropic's Messages API that travel over the wire, as far as the scripted server needs them.
 * Requests are read loosely (unknown fields pass): Claude Code sends more fields with every version.
 */
import { z } from "zod";

export const ContentBlock = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  id: z.string().optional(),
  name: z.string().optional(),
  input: z.unknown().optional(),
  tool_use_id: z.string().optional(),
  content: z.unknown().optional(),
  is_error: z.boolean().nullish(),
  cache_control: z.unknown().optional(),
});
export type ContentBlock = z.infer<typeof ContentBlock>;

const text = z.union([z.string(), z.array(ContentBlock)]);

export const Message = z.looseObject({ role: z.enum(["user", "assistant", "system"]), content: text });
export type Message = z.infer<typeof Message>;

const Tool = z.looseObject({
  name: z.string().min(1).max(128),
  input_schema: z.looseObject({ type: z.string() }).optional(),
  cache_control: z.unknown().optional(),
});

const OutputFormat = z.looseObject({
  type: z.literal("json_schema"),
  schema: z.record(z.string(), z.unknown()),
});

/** The body of POST /v1/messages/count_tokens; POST /v1/messages adds `max_tokens` and the rest. */
export const CountBody = z.looseObject({
  model: z.string().min(1),
  messages: z.array(Message),
  system: text.optional(),
  tools: z.array(Tool).optional(),
});

export const MessagesBody = CountBody.extend({
  max_tokens: z.int().min(1),
  stream: z.boolean().optional(),
  thinking: z.looseObject({ type: z.string(), budget_tokens: z.int().min(1024).optional() }).optional(),
  output_config: z.looseObject({ format: OutputFormat.nullish() }).optional(),
});
export type MessagesBody = z.infer<typeof MessagesBody>;

export interface Usage {
  readonly input_tokens: number;
  readonly cache_creation_input_tokens: number;
  readonly cache_read_input_tokens: number;
  readonly output_tokens: number;
}

/** What an answer is made of. Ids of tool calls are given by the server. */
export type AnswerBlock =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "tool_use"; readonly name: string; readonly input: Readonly<Record<string, unknown>> };

/** A whole answer, ready to be sent in one piece or as a stream. */
export interface Answer {
  readonly id: string;
  readonly type: "message";
  readonly role: "assistant";
  readonly model: string;
  readonly content: readonly (
    | { readonly type: "text"; readonly text: string }
    | { readonly type: "tool_use"; readonly id: string; readonly name: string; readonly input: unknown }
  )[];
  readonly stop_reason: "end_turn" | "tool_use" | "max_tokens";
  readonly stop_sequence: null;
  readonly usage: Usage;
}
