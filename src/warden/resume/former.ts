/** What an ended session's journal tells of its conversation and of its Claude Code. Pure. */
import { basename } from "node:path";
import { nothingObserved, type Observed, observe } from "../evidence/observed.ts";
import type { JournalEntry } from "../journal/journal.ts";
import type { SessionRecord } from "../journal/record.ts";

export interface Former {
  /** What `--resume` takes. After /clear it is another one than the session began with. */
  claudeId: string;
  /** Path of its transcript as hooks gave it; empty when none came. */
  transcript: string;
  /** Claude Code's process, as far as the registry told. */
  claudePid: number | undefined;
}

export function formerOf(record: SessionRecord, entries: readonly JournalEntry[]): Former {
  const seen = entries.reduce<Observed>(
    (before, entry) => (entry.kind === "evidence" ? observe(before, entry.evidence) : before),
    nothingObserved,
  );
  const { transcript, registry } = seen;
  return { claudeId: conversationOf(record, seen), transcript, claudePid: registry?.pid };
}

/** The id of the conversation that a session has now: the last SessionStart's transcript is named after it. */
export function conversationOf(
  { claudeId }: Pick<SessionRecord, "claudeId">,
  { transcript }: Pick<Observed, "transcript">,
): string {
  return transcript === "" ? claudeId : basename(transcript, ".jsonl");
}
