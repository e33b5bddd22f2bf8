/** Everything a ping needs from a transcript, in one reading of it. */
import type { TestFacts, TokenFacts } from "../../protocol/facts.ts";
import { testFacts } from "./tests/testFacts.ts";
import { bashCalls } from "./transcript/bashCalls.ts";
import { withFullOutput } from "./transcript/fullOutput.ts";
import { readWithAgents } from "./transcript/readTranscript.ts";
import { tokensUsed } from "./transcript/tokens.ts";
import {
  endedByInterruption,
  isAnswered,
  lastAnswerId,
  lastAssistantMessage,
  lastFailure,
  lastPersonPromptId,
  lastPromptId,
} from "./transcript/turns.ts";
import { wakeUpsOf } from "./transcript/wakeUps.ts";

export interface TranscriptMeasure {
  tests: TestFacts;
  tokens: TokenFacts;
  /** Claude's last words in the main conversation; absent when it said nothing. */
  lastMessage?: string;
  /** Id of its last answer, and of the prompt that was given last; empty while there is none. */
  answerId: string;
  promptId: string;
  /** The last prompt that was a person's, and none that the session had set for itself. */
  personPromptId: string;
  /** The last thing in it is the person's Esc or Ctrl-C. */
  interrupted: boolean;
  /** What Claude Code wrote in the place of an answer when the API failed; empty when it did not. */
  failure: string;
  /** Claude said or did something since the last prompt. */
  answered: boolean;
  /** Wake-ups and crons that were set and not taken back, one phrase each. */
  wakeUps: string[];
}

/**
 * Undefined while there is no transcript. `file` is the path that hooks give as `transcript_path`. A conversation
 * that was taken up again has one transcript: `since` (Unix milliseconds) leaves out what was before.
 */
export async function measureTranscript(file: string, since = 0): Promise<TranscriptMeasure | undefined> {
  const all = await readWithAgents(file);
  if (!all) return undefined;
  const lines = all.filter((line) => line.timestamp === "" || Date.parse(line.timestamp) >= since);
  const lastMessage = lastAssistantMessage(lines);
  const wakeUps = wakeUpsOf(lines);
  return {
    tests: testFacts(await withFullOutput(bashCalls(lines))),
    tokens: tokensUsed(lines),
    answerId: lastAnswerId(lines),
    promptId: lastPromptId(lines),
    personPromptId: lastPersonPromptId(lines, wakeUps),
    interrupted: endedByInterruption(lines),
    failure: lastFailure(lines),
    answered: isAnswered(lines),
    wakeUps,
    ...(lastMessage !== undefined && { lastMessage }),
  };
}
