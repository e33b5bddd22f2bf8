/** A session's transcript, for what only it can tell: tests, tokens, and how a turn ended that no hook spoke of. */
import type { Logger } from "../../logger.ts";
import type { Facts } from "../../protocol/facts.ts";
import type { EvidenceOf } from "../evidence/evidence.ts";
import { measureTranscript, type TranscriptMeasure } from "../measure/measureTranscript.ts";
import { findTranscript } from "../measure/transcript/findTranscript.ts";
import type { LiveSession } from "./liveSession.ts";

export interface Transcripts {
  /** Absent what cannot be read. Never rejects. */
  facts(session: LiveSession): Promise<Pick<Facts, "tests" | "tokens">>;
  /** Undefined when there is no transcript to read. */
  ending(session: LiveSession): Promise<EvidenceOf<"transcript"> | undefined>;
}

/** It is flushed within about 100 ms (measured), on a busy machine later; a ping does not wait, and a long one is not read often. */
const lateReadsMs = [50, 100, 200, 400, 800];

export function createTranscripts(configFolder: string, log: Logger, now: () => number): Transcripts {
  async function read({ seen, record, conversation }: LiveSession): Promise<TranscriptMeasure | undefined> {
    try {
      const path = seen.transcript || (await findTranscript(configFolder, conversation || record.claudeId));
      return path ? await measureTranscript(path, record.resumes && record.createdAt) : undefined;
    } catch (error) {
      log.warn({ err: error, session: record.name }, "the transcript cannot be read");
      return undefined;
    }
  }
  return {
    async facts(session) {
      let measured = await read(session);
      // Claude Code writes its transcript a moment late: a test that has no result yet is looked at again.
      for (const ms of lateReadsMs) {
        if (measured?.tests.outcome !== "unclear") break;
        await new Promise((resolve) => setTimeout(resolve, ms));
        measured = await read(session);
      }
      return measured ? { tests: measured.tests, tokens: measured.tokens } : {};
    },
    async ending(session) {
      const measured = await read(session);
      if (!measured || isEmpty(session, measured)) return undefined;
      const { interrupted, lastMessage = "", failure, answered, wakeUps, answerId, promptId } = measured;
      const { personPromptId: personTurn } = measured;
      const ended = {
        interrupted,
        lastMessage,
        failure,
        answered,
        wakeUps,
        answer: answerId,
        turn: promptId,
        personTurn,
      };
      return { channel: "transcript", at: now(), ...ended };
    },
  };
}

/** After /clear there is a conversation in which nothing was asked: that it holds no answer says nothing. */
function isEmpty(
  { conversation, record }: LiveSession,
  { promptId, answerId }: Pick<TranscriptMeasure, "promptId" | "answerId">,
): boolean {
  const isAnother = conversation !== "" && conversation !== record.claudeId;
  return isAnother && promptId === "" && answerId === "";
}
