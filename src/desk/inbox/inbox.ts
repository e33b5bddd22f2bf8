/**
 * What came in: on disk before Telegram is told that it was taken, handled once (invariant 8), and joined again
 * where Telegram split a long paste into several messages. Handling runs behind; nothing waits for another.
 */
import type { Logger } from "../../logger.ts";
import { Spool } from "../../storage/spool.ts";
import { type DeskState, trim } from "../state/deskState.ts";
import { Incoming } from "./incoming.ts";
import { isFullPart, joinParts, type Part } from "./join.ts";

export interface InboxInput {
  folder: string;
  state: DeskState;
  /** Rejecting leaves the item on disk for the next start. */
  handle: (incoming: Incoming) => Promise<void>;
  /** How long the next part of a split paste is waited for. */
  partMs: number;
  log: Logger;
}

interface Filed {
  /** Names in the spool: several when parts were joined. */
  names: string[];
  updates: number[];
  incoming: Incoming;
}

export class Inbox {
  readonly #in: InboxInput;
  readonly #spool: Spool<Incoming>;
  readonly #filed = new Set<number>();
  readonly #open = new Map<
    string,
    { parts: (Part & { name: string })[]; timer: NodeJS.Timeout | undefined }
  >();
  readonly #running = new Set<Promise<void>>();

  constructor(input: InboxInput) {
    this.#in = input;
    this.#spool = new Spool(input.folder, Incoming);
  }

  /** Takes up what a former run did not finish. */
  async open(): Promise<void> {
    await this.#spool.open();
    const left = await this.#spool.list((name, error) =>
      this.#in.log.error({ err: error, name }, "an incoming message cannot be read"),
    );
    for (const { name, value } of left) {
      if (this.#in.state.data.handled.includes(value.updateId)) await this.#spool.remove(name);
      else this.#sort(name, value);
    }
  }

  /** Resolves when the message is safe on disk; a repeated one is let go. */
  async file(incoming: Incoming): Promise<void> {
    if (this.#filed.has(incoming.updateId) || this.#in.state.data.handled.includes(incoming.updateId)) return;
    this.#filed.add(incoming.updateId);
    this.#sort(await this.#spool.put(String(incoming.updateId), incoming), incoming);
  }

  /** Resolves when everything that is being handled is done. */
  async settle(): Promise<void> {
    for (const { timer } of this.#open.values()) clearTimeout(timer); // those parts are on disk
    await Promise.all(this.#running);
  }

  #sort(name: string, incoming: Incoming): void {
    this.#filed.add(incoming.updateId);
    if (incoming.kind !== "text") {
      this.#begin({ names: [name], updates: [incoming.updateId], incoming });
      return;
    }
    const key = `${incoming.chat}:${incoming.from.id}`;
    const open = this.#open.get(key) ?? { parts: [], timer: undefined };
    clearTimeout(open.timer);
    const last = open.parts.at(-1);
    if (last && incoming.messageId !== last.messageId + 1) this.#close(key);
    const parts = this.#open.get(key)?.parts ?? [];
    parts.push({ ...incoming, name });
    this.#open.set(key, { parts, timer: undefined });
    if (!isFullPart(incoming.text)) this.#close(key);
    else this.#open.set(key, { parts, timer: setTimeout(() => this.#close(key), this.#in.partMs) });
  }

  #close(key: string): void {
    const parts = this.#open.get(key)?.parts ?? [];
    this.#open.delete(key);
    const incoming = joinParts(parts);
    if (!incoming) return;
    this.#begin({ names: parts.map((one) => one.name), updates: parts.map((one) => one.updateId), incoming });
  }

  #begin(filed: Filed): void {
    const work = this.#handle(filed);
    this.#running.add(work);
    void work.finally(() => this.#running.delete(work));
  }

  async #handle({ names, updates, incoming }: Filed): Promise<void> {
    const { state, handle, log } = this.#in;
    try {
      await handle(incoming);
      await state.update((data) => {
        data.handled.push(...updates);
        trim(data);
      });
      for (const name of names) await this.#spool.remove(name);
    } catch (error) {
      log.error(
        { err: error, update: incoming.updateId },
        "a message could not be finished; it is tried again at the next start",
      );
    }
  }
}
