/**
 * What the desk says: on disk before it is sent, sent until Telegram has taken it (invariant 8). Per chat one
 * at a time and in order, except that a new message never waits behind an edit.
 */
import type { Api } from "grammy";
import type { Logger } from "../../logger.ts";
import { Spool } from "../../storage/spool.ts";
import { type DeskState, trim } from "../state/deskState.ts";
import { deliver } from "./deliver.ts";
import { isEdit, keyOf, OutItem } from "./outItem.ts";
import { type Remedy, remedyFor } from "./remedy.ts";

export interface OutboxInput {
  folder: string;
  api: Api;
  state: DeskState;
  /** The token is not accepted: the bot cannot go on. */
  onUnauthorized: () => void;
  log: Logger;
}

interface Waiting {
  /** Undefined when the disk was full: it is said from memory. */
  name: string | undefined;
  item: OutItem;
  attempt: number;
}

interface Lane {
  waiting: Waiting[];
  running: boolean;
  timer?: NodeJS.Timeout;
}

/** A chat that was closed to the bot may open again: looked at this often. */
const closedChatMs = 600_000;

export class Outbox {
  readonly #in: OutboxInput;
  readonly #spool: Spool<OutItem>;
  readonly #lanes = new Map<number, Lane>();
  #closed = false;

  constructor(input: OutboxInput) {
    this.#in = input;
    this.#spool = new Spool(input.folder, OutItem);
  }

  /** Takes up what a former run could not send. */
  async open(): Promise<void> {
    await this.#spool.open();
    const left = await this.#spool.list((name, error) =>
      this.#in.log.error({ err: error, name }, "an outgoing message cannot be read"),
    );
    for (const { name, value } of left) this.#enqueue({ name, item: value, attempt: 0 });
  }

  /** Resolves when the item is safe on disk. One that was sent, or waits already, is not taken twice. */
  async put(item: OutItem): Promise<void> {
    const key = keyOf(item);
    if (!isEdit(item) && this.#in.state.data.sent[key]) return;
    const same = this.#lane(item.chat).waiting.find((one) => keyOf(one.item) === key);
    if (same && !isEdit(item)) return;
    if (same && !this.#isUnderWay(same)) {
      same.item = item;
      if (same.name) await this.#spool.replace(same.name, item);
      return;
    }
    this.#enqueue({ name: await this.#keep(key, item), item, attempt: 0 });
    if (item.kind === "send" && item.draft.document) {
      const { id, chat, thread, session } = item;
      await this.put({
        kind: "document",
        id: `${id}:document`,
        of: id,
        chat,
        thread,
        session,
        ...item.draft.document,
      });
    }
  }

  /** True when nothing waits to be sent. */
  get idle(): boolean {
    return [...this.#lanes.values()].every((lane) => lane.waiting.length === 0);
  }

  close(): void {
    this.#closed = true;
    for (const lane of this.#lanes.values()) clearTimeout(lane.timer);
  }

  /** A full disk must not make the bot mute. */
  async #keep(key: string, item: OutItem): Promise<string | undefined> {
    try {
      return await this.#spool.put(key, item);
    } catch (error) {
      this.#in.log.error(
        { err: error, item: key },
        "an outgoing message could not be written; it is sent from memory",
      );
      return undefined;
    }
  }

  #lane(chat: number): Lane {
    const lane = this.#lanes.get(chat) ?? { waiting: [], running: false };
    this.#lanes.set(chat, lane);
    return lane;
  }

  #isUnderWay(one: Waiting): boolean {
    const lane = this.#lane(one.item.chat);
    return lane.running && lane.waiting[0] === one;
  }

  #enqueue(one: Waiting): void {
    const lane = this.#lane(one.item.chat);
    const from = lane.running ? 1 : 0;
    const firstEdit = lane.waiting.findIndex(({ item }, at) => at >= from && isEdit(item));
    lane.waiting.splice(isEdit(one.item) || firstEdit < 0 ? lane.waiting.length : firstEdit, 0, one);
    void this.#run(lane);
  }

  async #run(lane: Lane): Promise<void> {
    if (lane.running || this.#closed) return;
    clearTimeout(lane.timer);
    lane.running = true;
    for (let next = lane.waiting[0]; next && !this.#closed; next = lane.waiting[0]) {
      const waitMs = await this.#send(next);
      if (waitMs !== undefined) {
        lane.timer = setTimeout(() => void this.#run(lane), waitMs);
        break;
      }
      lane.waiting.splice(lane.waiting.indexOf(next), 1);
      if (next.name) await this.#spool.remove(next.name);
    }
    lane.running = false;
  }

  /** Undefined when the item is dealt with; otherwise when to try again, in ms. */
  async #send(one: Waiting): Promise<number | undefined> {
    const { state, api, log } = this.#in;
    try {
      const place = await deliver(api, one.item, (id) => state.data.sent[id]);
      if (place && (one.item.kind === "send" || one.item.kind === "document")) {
        const { id, session } = one.item;
        await state.update((data) => {
          data.sent[id] = { ...place, ...(session === undefined ? {} : { session }) };
          trim(data);
        });
      }
      return undefined;
    } catch (error) {
      const remedy = remedyFor(error, one.attempt++);
      if (remedy.kind !== "done")
        log.warn({ err: error, item: keyOf(one.item), remedy: remedy.kind }, "not sent");
      return this.#apply(remedy, one);
    }
  }

  #apply(remedy: Remedy, one: Waiting): number | undefined {
    const { item } = one;
    const again = 0;
    switch (remedy.kind) {
      case "done":
      case "give-up":
        return undefined;
      case "retry":
        return remedy.afterMs;
      case "chat-closed":
        return closedChatMs;
      case "unauthorized":
        this.#in.onUnauthorized();
        return closedChatMs;
      case "migrated":
        one.item = { ...item, chat: remedy.chat };
        return again;
      case "without-reply":
        if (item.kind === "send") one.item = { ...item, replyTo: undefined };
        return again;
      case "without-thread":
        if (item.kind === "send" || item.kind === "document") one.item = { ...item, thread: undefined };
        return again;
      case "plain-text":
        if ("draft" in item) one.item = { ...item, draft: { ...item.draft, entities: [] } };
        return one.attempt > 2 ? undefined : again;
      case "send-new": {
        if (item.kind !== "edit" && item.kind !== "edit-at") return undefined;
        const id = item.kind === "edit" ? item.of : `again:${keyOf(item)}:${item.messageId}`;
        one.item = { kind: "send", id, chat: item.chat, silent: true, draft: item.draft };
        return again;
      }
    }
  }
}
