/** The index of all sessions (lowdb): quick to read at the start, and can be rebuilt from the journals. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Logger } from "../../logger.ts";
import { SessionState } from "../../protocol/session.ts";
import { type JsonDocument, openDocument } from "../../storage/document.ts";
import { Journal, type JournalEntry, lastRecord } from "./journal.ts";
import { SessionRecord } from "./record.ts";

/** `state` is the last known; what it is now, the live session knows. */
const Entry = z.object({
  record: SessionRecord,
  over: z.boolean(),
  overAt: z.number().nullable(),
  state: SessionState,
});

export type IndexEntry = z.infer<typeof Entry>;

const Index = z.object({ version: z.literal(1), sessions: z.record(z.string(), Entry) });
export type SessionIndex = JsonDocument<z.infer<typeof Index>>;

/** Opens the index; a lost or damaged one is made anew from the session folders. */
export async function openIndex(home: string, log: Logger): Promise<SessionIndex> {
  const index = await openDocument(join(home, "index.json"), Index, { version: 1, sessions: {} }, (error) =>
    log.error({ err: error }, "index.json cannot be used; it is set aside and made anew from the journals"),
  );
  const missing = (await folders(join(home, "sessions"))).filter((name) => !index.data.sessions[name]);
  for (const name of missing) {
    const entries = await new Journal(join(home, "sessions", name), Date.now).read();
    const record = lastRecord(entries);
    if (!record) continue;
    const over = entries.some((entry) => entry.kind === "done" && entry.key === "over");
    const overAt = over ? (entries.at(-1)?.at ?? record.createdAt) : null;
    await index.update((data) => {
      data.sessions[name] = { record, over, overAt, state: stateOf(entries) };
    });
  }
  return index;
}

function stateOf(entries: readonly JournalEntry[]): SessionState {
  const last = entries.findLast((entry) => entry.kind === "verdict");
  return SessionState.catch("lost").parse(last?.state);
}

async function folders(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch {
    return []; // no session yet
  }
}
