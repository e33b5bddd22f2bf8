/**
 * Writes a session's journal. What only says the same again (the rounds of the sweep) waits in memory, the latest
 * piece of each channel, and is written before whatever is written next: a verdict never stands before what it
 * rests on, and a session to which nothing happens writes nothing.
 */
import type { Evidence } from "../evidence/evidence.ts";
import type { Journal, NewEntry } from "../journal/journal.ts";

export class Notes {
  readonly #journal: Pick<Journal, "write">;
  readonly #failed: (error: unknown) => void;
  #waiting: Evidence[] = [];

  constructor(journal: Pick<Journal, "write">, failed: (error: unknown) => void) {
    this.#journal = journal;
    this.#failed = failed;
  }

  /** Evidence that says nothing new: an older piece of its channel matters no more. */
  keepInMind(evidence: Evidence): void {
    this.#waiting = [...this.#waiting.filter((one) => one.channel !== evidence.channel), evidence];
  }

  /** Evidence that says something new. What the mailbox brought stays there until it is kept; the rest waits here. */
  async evidence(evidence: Evidence): Promise<boolean> {
    const kept = await this.write({ kind: "evidence", evidence });
    if (!kept && evidence.channel !== "hook" && evidence.channel !== "exit") this.keepInMind(evidence);
    return kept;
  }

  /** False when it could not be written, which stops nothing: what was seen and told still counts in memory. */
  async write(entry: NewEntry): Promise<boolean> {
    const first = this.#waiting;
    this.#waiting = [];
    try {
      await this.#journal.write(...first.map((evidence) => ({ kind: "evidence", evidence }) as const), entry);
      return true;
    } catch (error) {
      const newer = this.#waiting;
      const stillLast = first.filter((one) => !newer.some(({ channel }) => channel === one.channel));
      this.#waiting = [...stillLast, ...newer];
      this.#failed(error);
      return false;
    }
  }
}
