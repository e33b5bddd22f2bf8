/** One cheap call words a completion: at most three sentences, and whether the last message needs a reply. */
import type { Logger } from "../../logger.ts";
import { redact } from "../message/redact.ts";
import type { StructuredModel, TokenUsage } from "../model/structuredModel.ts";
import { type Report, Summary } from "./report.ts";

export interface SummarizerInput {
  model: StructuredModel;
  /** The system prompt. */
  prompt: string;
  secrets: readonly string[];
  onUsage(session: string, usage: TokenUsage): void;
  log: Logger;
}

export interface Summarizer {
  /** Undefined when the model has nothing to say: the last message stands there instead. */
  summarize(report: Report, task: string): Promise<Summary | undefined>;
}

/** More of a last message than this does not change three sentences. */
const maxCharacters = 6_000;
const timeoutMs = 15_000;

export function createSummarizer({ model, prompt, secrets, onUsage, log }: SummarizerInput): Summarizer {
  return {
    async summarize(report, task) {
      const lastMessage = redact(report.lastMessage, secrets).slice(-maxCharacters);
      const user = JSON.stringify({ task: redact(task, secrets), facts: report.facts, lastMessage });
      const answer = await model.ask({ system: prompt, user, schema: Summary, timeoutMs });
      if (answer.kind === "answer" || answer.kind === "nonsense") onUsage(report.session, answer.usage);
      if (answer.kind === "answer") return { ...answer.value, sentences: answer.value.sentences.slice(0, 3) };
      const why = answer.kind === "error" ? { err: answer.cause } : { why: answer.kind };
      log.warn({ ...why, session: report.session }, "no summary");
      return undefined;
    },
  };
}
