/**
 * Says no where the real Messages API says no, in about the same words. Pure. Not here: limits of single
 * models, and the order of user and assistant messages, which the real one merges instead of refusing.
 */
import type { z } from "zod";
import { invalid, type Refusal } from "./errors.ts";
import { type ContentBlock, CountBody, type Message, MessagesBody } from "./wire.ts";

export type Checked =
  | { readonly ok: true; readonly body: MessagesBody }
  | { readonly ok: false; readonly refusal: Refusal };

/** Checks the headers that every call needs. */
export function checkHeaders(headers: Readonly<Record<string, unknown>>): Refusal | undefined {
  const bearer = String(headers["authorization"] ?? "").startsWith("Bearer ");
  if (!headers["x-api-key"] && !bearer) {
    return { status: 401, type: "authentication_error", message: "x-api-key header is required" };
  }
  if (!headers["anthropic-version"]) return invalid("anthropic-version: header is required");
  if (!String(headers["content-type"] ?? "").includes("application/json")) {
    return invalid("content-type: must be application/json");
  }
  return undefined;
}

/** Checks a body of POST /v1/messages, or of its count_tokens. */
export function checkBody(text: string, counting: boolean): Checked {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refuse(
      `The request body is not valid JSON: ${error instanceof Error ? error.message : "unreadable"}`,
    );
  }
  const parsed = counting
    ? CountBody.transform((body): MessagesBody => ({ ...body, max_tokens: 1 })).safeParse(value)
    : MessagesBody.safeParse(value);
  if (!parsed.success) return refuse(describe(parsed.error));
  const complaint =
    checkMessages(parsed.data.messages) ??
    checkTools(parsed.data) ??
    checkCacheMarks(parsed.data) ??
    checkThinking(parsed.data);
  return complaint === undefined ? { ok: true, body: parsed.data } : refuse(complaint);
}

function refuse(message: string): Checked {
  return { ok: false, refusal: invalid(message) };
}

function describe(error: z.ZodError): string {
  const [issue] = error.issues;
  const path = issue?.path.join(".") ?? "";
  const missing = issue?.code === "invalid_type" && issue.message.endsWith("received undefined");
  return `${path}: ${missing ? "Field required" : (issue?.message ?? "invalid")}`;
}

function checkMessages(messages: readonly Message[]): string | undefined {
  const [first] = messages;
  if (first === undefined) return "messages: at least one message is required";
  if (first.role !== "user") return 'messages: first message must use the "user" role';
  for (const [index, message] of messages.entries()) {
    const blocks = blocksOf(message);
    if (blocks.some((block) => block.type === "text" && block.text === "")) {
      return "messages: text content blocks must be non-empty";
    }
    if (message.content.length === 0 && !(message.role === "assistant" && index === messages.length - 1)) {
      return `messages.${index}: all messages must have non-empty content except for the optional final assistant message`;
    }
    const complaint = checkToolCalls(messages, index);
    if (complaint !== undefined) return complaint;
  }
  return undefined;
}

function checkToolCalls(messages: readonly Message[], index: number): string | undefined {
  const message = messages[index];
  if (message === undefined) return undefined;
  const answered = idsOf(messages[index + 1], "tool_result");
  const open = idsOf(message, "tool_use").filter((id) => !answered.includes(id));
  if (message.role === "assistant" && open.length > 0) {
    return `messages.${index}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${open.join(", ")}. Each \`tool_use\` block must have a corresponding \`tool_result\` block in the next message.`;
  }
  const asked = idsOf(messages[index - 1], "tool_use");
  const stray = idsOf(message, "tool_result").find((id) => !asked.includes(id));
  if (stray === undefined) return undefined;
  return `messages.${index}: unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${stray}. Each \`tool_result\` block must have a corresponding \`tool_use\` block in the previous message.`;
}

function checkTools(body: MessagesBody): string | undefined {
  const names = (body.tools ?? []).map((tool) => tool.name);
  return new Set(names).size === names.length ? undefined : "tools: Tool names must be unique.";
}

function checkCacheMarks(body: MessagesBody): string | undefined {
  const system = typeof body.system === "string" ? [] : (body.system ?? []);
  const marked = [...(body.tools ?? []), ...system, ...body.messages.flatMap(blocksOf)];
  const count = marked.filter((one) => one.cache_control !== undefined && one.cache_control !== null).length;
  return count <= 4 ? undefined : `A maximum of 4 blocks with cache_control may be provided. Found ${count}.`;
}

function checkThinking(body: MessagesBody): string | undefined {
  const budget = body.thinking?.budget_tokens;
  return budget === undefined || budget < body.max_tokens
    ? undefined
    : "`max_tokens` must be greater than `thinking.budget_tokens`.";
}

function blocksOf(message: Message): readonly ContentBlock[] {
  return typeof message.content === "string" ? [] : message.content;
}

function idsOf(message: Message | undefined, type: "tool_use" | "tool_result"): string[] {
  const blocks = message === undefined ? [] : blocksOf(message).filter((block) => block.type === type);
  return blocks.flatMap((block) => (type === "tool_use" ? block.id : block.tool_use_id) ?? []);
}
