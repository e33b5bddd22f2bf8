/**
 * One session's journal: everything Jama saw, decided and did about it, in order. It is the truth. A verdict
 * stands behind all that it rests on, so it can be made again (`jama replay`).
 */
import { join } from "node:path";
import { z } from "zod";
import { appendLines, readLines } from "../../storage/jsonl.ts";
import { Evidence } from "../evidence/evidence.ts";
import { SessionRecord } from "./record.ts";
import { RecordedPolicy } from "./recordedPolicy.ts";

export const JournalEntry = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("created"), at: z.number(), record: SessionRecord }),
  /** Corrections to the record, such as the base tree once it is kept. */
  z.object({ kind: z.literal("amended"), at: z.number(), record: SessionRecord }),
  /** A run of Jama takes it up: its version, and the times that it judges by from here on. */
  z.object({ kind: z.literal("opened"), at: z.number(), jama: z.string(), policy: RecordedPolicy }),
  z.object({ kind: z.literal("evidence"), at: z.number(), evidence: Evidence }),
  /** `at` is the very time it was judged at. */
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
  #last: Promise<void> = Promise.resolve();

  constructor(folder: string, now: () => number) {
    this.#path = join(folder, "journal.jsonl");
    this.#now = now;
  }

  /** Adds entries, in the order of the calls. Rejects when none of them could be kept. */
  async write(...entries: readonly NewEntry[]): Promise<void> {
    const at = this.#now();
    const append = () => appendLines(this.#path, ...entries.map((entry) => ({ at, ...entry })));
    this.#last = this.#last.then(append, append);
    await this.#last;
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

/** An entry to be written; without a time of its own it gets that of the writing. */
export type NewEntry = WithoutTime<JournalEntry>;
type WithoutTime<T> = T extends { at: number } ? Omit<T, "at"> & { at?: number } : never;
