/** What the session has used, by the API's own count. */
import type { TokenFacts } from "../../../protocol/facts.ts";
import type { TranscriptLine } from "./line.ts";

/** Usage stands on every line of a message and grows while it is written: the last line of a message counts. */
export function tokensUsed(lines: readonly TranscriptLine[]): TokenFacts {
  const byMessage = new Map<string, TokenFacts>();
  for (const line of lines) {
    if (line.type !== "assistant" || line.message.usage === undefined) continue;
    const { usage } = line.message;
    byMessage.set(line.message.id, {
      input: usage.input_tokens,
      output: usage.output_tokens,
      cacheRead: usage.cache_read_input_tokens ?? 0,
      cacheWrite: usage.cache_creation_input_tokens ?? 0,
    });
  }
  const sum: TokenFacts = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };
  for (const one of byMessage.values()) {
    sum.input += one.input;
    sum.output += one.output;
    sum.cacheRead += one.cacheRead;
    sum.cacheWrite += one.cacheWrite;
  }
  return sum;
}
