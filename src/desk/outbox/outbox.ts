/**
 * What the desk says: on disk before it is sent, sent until Telegram has taken it (invariant 8). Per chat one
 * at a time and in order, except that a new message never waits behind an edit.
 */
import { setTimeout as delay } from "node:timers/promises";
import type { Api } from "grammy";
import type { Logger } from "../../logger.ts";
import { Spool } from "../../storage/spool.ts";
import { type DeskState, trim } from "../state/deskState.ts";
import { type Again, amend } from "./amend.ts";
import { deliver } from "./deliver.ts";
import { Departures } from "./departures.ts";
import { isEdit, keyOf, OutItem } from "./outItem.ts";
import { remedyFor } from "./remedy.ts";

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
  /** Telegram named a time before which no call may be made. */
  held: boolean;
  timer?: NodeJS.Timeout;
}

/** A stop waits this long at most for Telegram to answer. */
const settleMs = 5_000;

export class Outbox {
  readonly #in: OutboxInput;
  readonly #spool: Spool<OutItem>;
  readonly #lanes = new Map<number, Lane>();
  /** Keys of what is being written to disk and stands in no lane yet. */
  readonly #filing = new Set<string>();
  /** Lanes under way: what they are sending is finished before a stop. */
  readonly #runs = new Set<Promise<void>>();
  readonly #departures = new Departures();
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
    for (const { name, value } of left) {
      if (this.#wasSent(value)) await this.#drop(name);
      else this.#enqueue({ name, item: value, attempt: 0 });
    }
    for (const { value } of left) await this.#fileDocument(value);
  }

  /** Resolves when the item is safe on disk. One that was sent, or waits already, is not taken twice. */
  async put(item: OutItem): Promise<void> {
    await this.#file(item);
    await this.#fileDocument(item);
  }

  /** Resolves when nothing with this key waits to be sent: Telegram has it, or will never take it. Not after a close. */
  async dealtWith(key: string): Promise<void> {
    const waiting = [...this.#lanes.values()].flatMap((lane) => lane.waiting);
    if (waiting.some(({ item }) => keyOf(item) === key)) await this.#departures.wait(key);
  }

  async #file(item: OutItem): Promise<void> {
    const key = keyOf(item);
    if (this.#wasSent(item)) return;
    const same = this.#lane(item.chat).waiting.find((one) => keyOf(one.item) === key);
    if (!isEdit(item) && (same || this.#filing.has(key))) return;
    if (same && !this.#isUnderWay(same)) {
      same.item = item;
      if (same.name) await this.#replace(same.name, item);
      return;
    }
    this.#filing.add(key);
    const name = await this.#keep(key, item);
    this.#enqueue({ name, item, attempt: 0 });
    this.#filing.delete(key);
  }

  /** What is too long for a message follows it; asked for again, since a crash may have come between the two. */
  async #fileDocument(item: OutItem): Promise<void> {
    if (item.kind !== "send" || !item.draft.document) return;
    const { id, chat, thread, session } = item;
    const { name, content } = item.draft.document;
    await this.#file({
      kind: "document",
      id: `${id}:document`,
      of: id,
      chat,
      thread,
      session,
      name,
      content,
    });
  }

  #wasSent(item: OutItem): boolean {
    return !isEdit(item) && this.#in.state.data.sent[keyOf(item)] !== undefined;
  }

  /** True when nothing waits to be sent. */
  get idle(): boolean {
    return [...this.#lanes.values()].every((lane) => lane.waiting.length === 0);
  }

  /** Begins nothing more; what waits stays on disk. */
  close(): void {
    this.#closed = true;
    for (const lane of this.#lanes.values()) clearTimeout(lane.timer);
  }

  /** Closes; resolves when what was being sent is noted as sent, so that the next run does not send it again. */
  async settle(): Promise<void> {
    this.close();
    await Promise.race([Promise.all(this.#runs), delay(settleMs, undefined, { ref: false })]);
  }

  /** With a full disk the newer text is shown all the same, from memory. */
  async #replace(name: string, item: OutItem): Promise<void> {
    try {
      await this.#spool.replace(name, item);
    } catch (error) {
      this.#in.log.error({ err: error, name }, "an edit could not be written; it is made from memory");
    }
  }

  /** A file that cannot be removed costs at most a repeated edit: what was sent is known by its id. */
  async #drop(name: string): Promise<void> {
    try {
      await this.#spool.remove(name);
    } catch (error) {
      this.#in.log.error({ err: error, name }, "a sent message could not be removed from disk");
    }
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
    const lane = this.#lanes.get(chat) ?? { waiting: [], running: false, held: false };
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
    this.#start(lane);
  }

  #start(lane: Lane): void {
    if (lane.running || lane.held || this.#closed) return;
    const run = this.#run(lane);
    this.#runs.add(run);
    void run.finally(() => this.#runs.delete(run));
  }

  async #run(lane: Lane): Promise<void> {
    clearTimeout(lane.timer);
    lane.running = true;
    for (let next = lane.waiting[0]; next && !this.#closed; next = lane.waiting[0]) {
      const pause = await this.#send(next);
      if (pause) {
        if (this.#closed) break;
        lane.held = pause.held ?? false;
        lane.timer = setTimeout(() => {
          lane.held = false;
          this.#start(lane);
        }, pause.ms);
        break;
      }
      lane.waiting.splice(lane.waiting.indexOf(next), 1);
      if (next.name) await this.#drop(next.name);
      this.#departures.note(keyOf(next.item));
    }
    lane.running = false;
  }

  /** Undefined when the item is dealt with; otherwise when to try again. */
  async #send(one: Waiting): Promise<Again | undefined> {
    const { state, api } = this.#in;
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
      return this.#recover(error, one);
    }
  }

  #recover(error: unknown, one: Waiting): Again | undefined {
    const { state, log, onUnauthorized } = this.#in;
    const { item } = one;
    const remedy = remedyFor(error, one.attempt++);
    if (remedy.kind === "done") return undefined;
    if (remedy.kind === "unauthorized") onUnauthorized();
    const again = amend(item, remedy, (id) => state.data.sent[id]?.session);
    const about = { err: error, item: keyOf(item), remedy: remedy.kind };
    if (again) {
      log.warn(about, "not sent");
      one.item = again.item;
    } else log.error(about, "given up: Telegram does not take it");
    return again;
  }
}
