/** Reads what a request is about: its kind, and the words by which scripts recognise a conversation. Pure. */
import type { RequestKind } from "./records.ts";
import type { ContentBlock, MessagesBody } from "./wire.ts";

/** Claude Code asks for these with the whole conversation and all its tools, but they are no turn. */
const sideMarks = ["[SUGGESTION MODE:"];

/** A conversation offers the Bash tool; Claude Code's small calls (title, topic) do not. */
export function kindOf(body: MessagesBody): Exclude<RequestKind, "count"> {
  if (body.tools?.some((tool) => tool.name === "Bash")) {
    const last = textOf(body.messages.at(-1)?.content ?? "");
    return sideMarks.some((mark) => last.includes(mark)) ? "side" : "main";
  }
  return body.output_config?.format ? "structured" : "side";
}

/** All text of a message or a system prompt, joined by newlines. */
export function textOf(content: string | readonly ContentBlock[]): string {
  if (typeof content === "string") return content;
  return content.flatMap((block) => (block.type === "text" ? (block.text ?? "") : [])).join("\n");
}

/** The text of every user message, oldest first. The first one holds the task. */
export function userTexts(body: MessagesBody): string[] {
  return body.messages.filter((message) => message.role === "user").map((message) => textOf(message.content));
}

/** The system prompt as one text. */
export function systemText(body: MessagesBody): string {
  return textOf(body.system ?? "");
}

/** Everything the last message says back to the model: tool results included, as text. */
export function lastResult(body: MessagesBody): string {
  const content = body.messages.at(-1)?.content ?? "";
  return typeof content === "string" ? content : JSON.stringify(content);
}
