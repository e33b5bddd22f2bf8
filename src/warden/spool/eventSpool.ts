/**
 * Events, or notices, on their way to the desk: on disk before they are handed over, gone when the desk has taken them.
 * One at a time and in order; what the desk could not take comes again after a while, and after a restart.
 */

import type { ZodType } from "zod";
import type { Logger } from "../../logger.ts";
import type { SessionEvent } from "../../protocol/events.ts";
import { Spool } from "../../storage/spool.ts";

const retryMs = 5_000;

export class EventSpool<T extends { id: string } = SessionEvent> {
  readonly #spool: Spool<T>;
  readonly #log: Logger;
  readonly #waiting: { name: string | undefined; event: T }[] = [];
  #listener: ((event: T) => Promise<void>) | undefined;
  #delivering = false;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(folder: string, schema: ZodType<T>, log: Logger) {
    this.#spool = new Spool(folder, schema);
    this.#log = log;
  }

  /** Finds what a former run left. */
  async open(): Promise<void> {
    await this.#spool.open();
    const left = await this.#spool.list((name, error) =>
      this.#log.error({ err: error, name }, "an event cannot be read"),
    );
    this.#waiting.push(...left.map(({ name, value }) => ({ name, event: value })));
  }

  /** Resolves when the event is safe on disk. With a full disk it is handed over from memory all the same. */
  async publish(event: T): Promise<void> {
    try {
      const name = await this.#spool.put(event.id, event);
      this.#waiting.push({ name, event });
    } catch (error) {
      this.#log.error(
        { err: error, event: event.id },
        "an event could not be written; it is told from memory",
      );
      this.#waiting.push({ name: undefined, event });
    }
    void this.#deliver();
  }

  subscribe(listener: (event: T) => Promise<void>): void {
    this.#listener = listener;
    void this.#deliver();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #deliver(): Promise<void> {
    if (this.#delivering || !this.#listener) return;
    this.#delivering = true;
    clearTimeout(this.#timer);
    for (let next = this.#waiting[0]; next && !this.#closed; next = this.#waiting[0]) {
      try {
        await this.#listener(next.event);
      } catch (error) {
        this.#log.error(
          { err: error, event: next.event.id },
          "the desk could not take an event; it comes again",
        );
        if (!this.#closed) this.#timer = setTimeout(() => void this.#deliver(), retryMs);
        break;
      }
      this.#waiting.shift();
      if (next.name) await this.#drop(next.name);
    }
    this.#delivering = false;
  }

  /** An event that cannot be removed comes again at the next start: the desk knows it by its id. */
  async #drop(name: string): Promise<void> {
    try {
      await this.#spool.remove(name);
    } catch (error) {
      this.#log.error({ err: error, name }, "a taken event could not be removed from disk");
    }
  }
}
