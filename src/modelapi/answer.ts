/** Turns an answer step into the message that a client gets, and that message into stream events. */
import { randomUUID } from "node:crypto";
import type { AnswerStep } from "./steps.ts";
import type { Answer, Usage } from "./wire.ts";

/** Builds the message; tool calls get fresh ids. */
export function buildAnswer(step: AnswerStep, model: string, usage: Usage): Answer {
  const content = step.blocks.map((block) =>
    block.type === "text" ? block : { ...block, id: `toolu_${shortId()}` },
  );
  const usesTool = content.some((block) => block.type === "tool_use");
  return {
    id: `msg_${shortId()}`,
    type: "message",
    role: "assistant",
    model,
    content,
    stop_reason: step.stop ?? (usesTool ? "tool_use" : "end_turn"),
    stop_sequence: null,
    usage,
  };
}

/** The server-sent events of an answer, in order. `pieces` cuts the text; tools' inputs come in two. */
export function streamEvents(answer: Answer, pieces: number | undefined): string[] {
  const start = { ...answer, content: [], stop_reason: null, usage: { ...answer.usage, output_tokens: 1 } };
  const blocks = answer.content.flatMap((block, index) => {
    const text = block.type === "text" ? block.text : JSON.stringify(block.input);
    const parts = cut(text, pieces ?? (block.type === "text" ? Math.ceil(text.length / 60) : 2));
    const empty = block.type === "text" ? { ...block, text: "" } : { ...block, input: {} };
    const delta = (part: string) =>
      block.type === "text"
        ? { type: "text_delta", text: part }
        : { type: "input_json_delta", partial_json: part };
    return [
      event("content_block_start", { index, content_block: empty }),
      ...parts.map((part) => event("content_block_delta", { index, delta: delta(part) })),
      event("content_block_stop", { index }),
    ];
  });
  const stop = { stop_reason: answer.stop_reason, stop_sequence: null };
  return [
    event("message_start", { message: start }),
    event("ping", {}),
    ...blocks,
    event("message_delta", { delta: stop, usage: answer.usage }),
    event("message_stop", {}),
  ];
}

function event(type: string, data: Readonly<Record<string, unknown>>): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
}

function cut(text: string, pieces: number): string[] {
  const letters = [...text];
  const size = Math.max(1, Math.ceil(letters.length / Math.max(1, pieces)));
  const parts: string[] = [];
  for (let from = 0; from < letters.length; from += size)
    parts.push(letters.slice(from, from + size).join(""));
  return parts;
}

function shortId(): string {
  return `01${randomUUID().replaceAll("-", "").slice(0, 22)}`;
}
