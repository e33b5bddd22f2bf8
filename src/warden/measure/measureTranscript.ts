/** Everything a ping needs from a transcript, in one reading of it. */
import type { TestFacts, TokenFacts } from "../../protocol/facts.ts";
import { testFacts } from "./tests/testFacts.ts";
import { bashCalls } from "./transcript/bashCalls.ts";
import { withFullOutput } from "./transcript/fullOutput.ts";
import { readWithAgents } from "./transcript/readTranscript.ts";
import { tokensUsed } from "./transcript/tokens.ts";
import { endedByInterruption, lastAssistantMessage } from "./transcript/turns.ts";

export interface TranscriptMeasure {
  tests: TestFacts;
  tokens: TokenFacts;
  /** Claude's last words in the main conversation; absent when it said nothing. */
  lastMessage?: string;
  /** The last thing in it is the person's Esc or Ctrl-C. */
  interrupted: boolean;
}

/** Undefined while there is no transcript. `file` is the path that hooks give as `transcript_path`. */
export async function measureTranscript(file: string): Promise<TranscriptMeasure | undefined> {
  const lines = await readWithAgents(file);
  if (!lines) return undefined;
  const lastMessage = lastAssistantMessage(lines);
  return {
    tests: testFacts(await withFullOutput(bashCalls(lines))),
    tokens: tokensUsed(lines),
    interrupted: endedByInterruption(lines),
    ...(lastMessage !== undefined && { lastMessage }),
  };
}
