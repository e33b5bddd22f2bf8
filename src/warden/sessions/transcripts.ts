/** A session's transcript, for what only it can tell: tests, tokens, and how a turn ended that no hook spoke of. */
import type { Logger } from "../../logger.ts";
import type { Facts } from "../../protocol/facts.ts";
import type { EvidenceOf } from "../evidence/evidence.ts";
import { testFacts } from "../measure/tests/testFacts.ts";
import { bashCalls } from "../measure/transcript/bashCalls.ts";
import { findTranscript } from "../measure/transcript/findTranscript.ts";
import type { TranscriptLine } from "../measure/transcript/line.ts";
import { readTranscript, readWithAgents } from "../measure/transcript/readTranscript.ts";
import { tokensUsed } from "../measure/transcript/tokens.ts";
import { endedByInterruption, lastAssistantMessage } from "../measure/transcript/turns.ts";
import type { LiveSession } from "./liveSession.ts";

export interface Transcripts {
  /** Absent what cannot be read. Never rejects. */
  facts(session: LiveSession): Promise<Pick<Facts, "tests" | "tokens">>;
  /** Undefined when there is no transcript to read. */
  ending(session: LiveSession): Promise<EvidenceOf<"transcript"> | undefined>;
}

export function createTranscripts(configFolder: string, log: Logger, now: () => number): Transcripts {
  async function lines(
    session: LiveSession,
    read: (file: string) => Promise<TranscriptLine[] | undefined>,
  ): Promise<TranscriptLine[] | undefined> {
    const { seen, record } = session;
    try {
      const path = seen.transcript || (await findTranscript(configFolder, record.claudeId));
      return path ? await read(path) : undefined;
    } catch (error) {
      log.warn({ err: error, session: record.name }, "the transcript cannot be read");
      return undefined;
    }
  }
  return {
    async facts(session) {
      const read = await lines(session, readWithAgents);
      return read ? { tests: testFacts(bashCalls(read)), tokens: tokensUsed(read) } : {};
    },
    async ending(session) {
      const read = await lines(session, readTranscript);
      if (!read) return undefined;
      const lastMessage = lastAssistantMessage(read) ?? "";
      return { channel: "transcript", at: now(), interrupted: endedByInterruption(read), lastMessage };
    },
  };
}
