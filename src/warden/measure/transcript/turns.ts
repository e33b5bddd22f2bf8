/** Who spoke last in the main conversation, and what they said. Lines of sub-agents do not count here. */
import { isNotice, isWakeUp } from "../ownPrompt.ts";
import { textOf, toolResultsOf, toolUsesOf } from "./blocks.ts";
import type { TranscriptLine, UserLine } from "./line.ts";

const interruption = /^\[Request interrupted by user/;

/** A command that Claude Code carries out itself, and what it printed. One of the project's own is a prompt. */
const command =
  /^<local-command-|<command-name>\/(?:compact|clear|config|context|cost|help|model|status)<\/command-name>/;

/**
 * Claude's last words, all text of its last message that has any; of the turn with this prompt id, or of the
 * whole conversation. Undefined when it said nothing.
 */
export function lastAssistantMessage(
  lines: readonly TranscriptLine[],
  promptId?: string,
): string | undefined {
  let id: string | undefined;
  let texts: string[] = [];
  let inTurn = promptId === undefined;
  for (const line of lines) {
    if (line.isSidechain) continue;
    if (line.type === "user" && promptId !== undefined && isPrompt(line)) inTurn = line.promptId === promptId;
    if (line.type !== "assistant" || !inTurn) continue;
    const text = textOf(line.message.content);
    if (text === "") continue;
    texts = line.message.id === id ? [...texts, text] : [text];
    id = line.message.id;
  }
  return id === undefined ? undefined : texts.join("\n\n");
}

/** Names the last answer of the main conversation; empty when there is none. */
export function lastAnswerId(lines: readonly TranscriptLine[]): string {
  const last = lines.findLast((line) => !line.isSidechain && line.type === "assistant");
  return last?.type === "assistant" ? last.message.id : "";
}

/** The `prompt_id` of the hooks, of the last prompt in the main conversation; empty when there is none. */
export function lastPromptId(lines: readonly TranscriptLine[]): string {
  const last = lines.findLast((line) => !line.isSidechain && isPromptLine(line));
  return last?.type === "user" ? (last.promptId ?? "") : "";
}

/** As `lastPromptId`, leaving out what Claude Code said to itself: notices, and the prompts of its own wake-ups. */
export function lastPersonPromptId(lines: readonly TranscriptLine[], wakeUps: readonly string[]): string {
  const isOwn = (text: string) => isNotice(text) || isWakeUp(text, wakeUps);
  const last = lines.findLast(
    (line) =>
      line.type === "user" && !line.isSidechain && isPrompt(line) && !isOwn(textOf(line.message.content)),
  );
  return last?.type === "user" ? (last.promptId ?? "") : "";
}

/** True when the last thing in the main conversation is the person's Esc or Ctrl-C. */
export function endedByInterruption(lines: readonly TranscriptLine[]): boolean {
  const last = lines.findLast(
    (line) => !line.isSidechain && line.type !== "queue-operation" && !isMeta(line),
  );
  return last?.type === "user" && interruption.test(textOf(last.message.content));
}

/** What Claude Code says of the API's refusal, when that is the last thing in the main conversation. */
export function lastFailure(lines: readonly TranscriptLine[]): string {
  const last = lines.findLast(
    (line) => !line.isSidechain && (line.type === "assistant" || isPromptLine(line)),
  );
  return last?.type === "assistant" && last.isApiErrorMessage ? textOf(last.message.content) : "";
}

/** Whether the last prompt has drawn anything from Claude yet; a call that has no result is nothing yet. */
export function isAnswered(lines: readonly TranscriptLine[]): boolean {
  const last = lines.findLast(
    (line) => !line.isSidechain && (line.type === "assistant" || isPromptLine(line)),
  );
  if (last?.type !== "assistant") return false;
  const calls = toolUsesOf(last.message.content);
  if (calls.length === 0) return true;
  const results = lines.flatMap((line) => (line.type === "user" ? toolResultsOf(line.message.content) : []));
  return calls.every(({ id }) => results.some(({ toolUseId }) => toolUseId === id));
}

function isPromptLine(line: TranscriptLine): boolean {
  return line.type === "user" && isPrompt(line);
}

function isPrompt(line: UserLine): boolean {
  return (
    !line.isMeta &&
    !line.isCompactSummary &&
    !command.test(textOf(line.message.content)) &&
    toolResultsOf(line.message.content).length === 0 &&
    !interruption.test(textOf(line.message.content))
  );
}

function isMeta(line: TranscriptLine): boolean {
  return line.type === "user" && line.isMeta;
}
