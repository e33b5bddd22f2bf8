/** One session's journal: everything Jama saw, decided and did about it, in order. It is the truth. */
import { join } from "node:path";
import { z } from "zod";
import { appendLine, readLines } from "../../storage/jsonl.ts";
import { Evidence } from "../evidence/evidence.ts";
import { SessionRecord } from "./record.ts";

export const JournalEntry = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("created"), at: z.number(), record: SessionRecord }),
  /** Corrections to the record, such as the base tree once it is kept. */
  z.object({ kind: z.literal("amended"), at: z.number(), record: SessionRecord }),
  z.object({ kind: z.literal("evidence"), at: z.number(), evidence: Evidence }),
  z.object({
    kind: z.literal("verdict"),
    at: z.number(),
    state: z.string(),
    rule: z.string(),
    detail: z.string(),
    because: z.array(Evidence),
  }),
  /** A decision was carried out; its key is never decided again. */
  z.object({ kind: z.literal("done"), at: z.number(), key: z.string() }),
  /** Free words for a person who reads the journal. */
  z.object({ kind: z.literal("note"), at: z.number(), note: z.string() }),
]);
export type JournalEntry = z.infer<typeof JournalEntry>;

export class Journal {
  readonly #path: string;
  readonly #now: () => number;

  constructor(folder: string, now: () => number) {
    this.#path = join(folder, "journal.jsonl");
    this.#now = now;
  }

  async write(entry: WithoutTime<JournalEntry>): Promise<void> {
    await appendLine(this.#path, { at: this.#now(), ...entry });
  }

  /** Every entry that can be read; one of another version of Jama is passed over. */
  async read(): Promise<JournalEntry[]> {
    return (await readLines(this.#path)).flatMap((line) => {
      const parsed = JournalEntry.safeParse(line);
      return parsed.success ? [parsed.data] : [];
    });
  }
}

/** The record as it was last amended; undefined when the journal holds none. */
export function lastRecord(entries: readonly JournalEntry[]): SessionRecord | undefined {
  return entries.findLast((entry) => entry.kind === "created" || entry.kind === "amended")?.record;
}

type WithoutTime<T> = T extends { at: number } ? Omit<T, "at"> : never;
