/**
 * A Telegram of its own: the Bot API on a loopback port, and people who use it. Everything is in memory. It
 * refuses what the real server refuses, and more: see params/check.ts and text/entity-check.ts.
 */
import { Chat } from "./driver/chat.ts";
import { createGroup, type GroupOptions, upgradeGroup } from "./driver/membership.ts";
import { Person } from "./driver/person.ts";
import { type WaitOptions, waitForMessage, waitUntil } from "./driver/wait.ts";
import { Faults } from "./faults/faults.ts";
import { Limiter } from "./faults/limiter.ts";
import type { Limits } from "./faults/limits.ts";
import { createApp } from "./http/app.ts";
import type { CallRecord } from "./http/calls.ts";
import { type Listening, listen } from "./http/listen.ts";
import type { Account, BotAccount } from "./world/account.ts";
import type { StoredMessage } from "./world/message.ts";
import type { CallbackQuery } from "./world/queries.ts";
import type { Update } from "./world/updates.ts";
import { World } from "./world/world.ts";

export interface BotApiOptions {
  /** 0, the default: any free port. */
  port?: number;
  token?: string;
  bot?: Partial<BotAccount>;
  /** Off unless given; `telegramLimits` are like the real ones. */
  limits?: Limits;
  /** How long a tap waits for its answer: 15 s by default. */
  queryTimeoutMs?: number;
  firstUpdateId?: number;
  /** Unix milliseconds. */
  now?: () => number;
}

const defaultBot: BotAccount = {
  id: 7_700_000_001,
  firstName: "Jama",
  username: "jama_test_bot",
  privacyMode: true,
  privateTopics: false,
};

export class BotApiServer {
  readonly token: string;
  readonly faults = new Faults();
  /** Every API call, getUpdates included, oldest first. */
  readonly calls: CallRecord[] = [];
  readonly #world: World;
  readonly #port: number;
  readonly #limiter: Limiter;
  #stopping = new AbortController();
  #listening: Listening | undefined;
  #networkDown = false;

  constructor(options: BotApiOptions = {}) {
    const bot = { ...defaultBot, ...options.bot };
    this.#port = options.port ?? 0;
    this.#limiter = new Limiter(options.limits);
    this.token = options.token ?? `${bot.id}:AAtestTOKENtestTOKENtestTOKENtestTO`;
    this.#world = new World({
      bot,
      now: options.now ?? Date.now,
      queryTimeoutMs: options.queryTimeoutMs ?? 15_000,
      firstUpdateId: options.firstUpdateId ?? 100_001,
    });
  }

  get bot(): BotAccount {
    return this.#world.bot;
  }

  /** The API root for clients; known once started. */
  get url(): string {
    if (this.#listening === undefined) throw new Error("the server is not started");
    return `http://127.0.0.1:${this.#listening.port}`;
  }

  async start(): Promise<void> {
    this.#stopping = new AbortController();
    const app = createApp({
      world: this.#world,
      faults: this.faults,
      limiter: this.#limiter,
      calls: this.calls,
      stopping: this.#stopping.signal,
      token: this.token,
      networkDown: () => this.#networkDown,
    });
    this.#listening = await listen(app, this.#port);
  }

  /** Ends the open poll and every connection. What happened stays readable. */
  async stop(): Promise<void> {
    this.#world.poll.end("stopping");
    this.#stopping.abort();
    await this.#listening?.close();
    this.#listening = undefined;
  }

  /** A person, with a private chat in which the bot may not write before they do. */
  user(account: Account): Person {
    this.#world.accounts.set(account.id, account);
    if (!this.#world.rooms.has(account.id)) {
      this.#world.addRoom({
        id: account.id,
        kind: "private",
        title: account.firstName,
        isForum: false,
        standing: "stranger",
        botIsAdmin: false,
      });
    }
    return new Person(this.#world, account);
  }

  /** A group with the bot in it; people `join` it before they write. */
  group(options: GroupOptions): Chat {
    return new Chat(this.#world, createGroup(this.#world, options));
  }

  /** Turns a group into a supergroup, which is returned; the old id answers with the new one from now on. */
  upgrade(group: Chat): Chat {
    const room = this.#world.rooms.get(group.id);
    if (room === undefined) throw new Error(`there is no chat ${group.id}`);
    return new Chat(this.#world, upgradeGroup(this.#world, room));
  }

  /** What is in a chat; a person's private chat has the person's id. */
  chat(id: number): Chat {
    const room = this.#world.rooms.get(id);
    if (room === undefined) throw new Error(`there is no chat ${id}`);
    return new Chat(this.#world, room);
  }

  /** Resolves with a message, old or new, that matches as it is then; throws with the whole chat printed. */
  waitFor(
    chatId: number,
    predicate: (message: StoredMessage) => boolean,
    options: WaitOptions = {},
  ): Promise<StoredMessage> {
    return waitForMessage(this.#world.changes, this.chat(chatId), predicate, options);
  }

  /** Resolves once the condition holds; it is looked at after each call and each message. */
  async waitUntil(condition: () => boolean, options: WaitOptions = {}): Promise<void> {
    const methods = () =>
      `The last calls: ${this.calls
        .slice(-10)
        .map((call) => call.method)
        .join(", ")}`;
    await waitUntil(this.#world.changes, () => condition() || undefined, methods, options);
  }

  /** Taps that the bot has not answered. */
  unansweredQueries(): readonly CallbackQuery[] {
    return this.#world.queries.unanswered;
  }

  /** Updates that no offset has confirmed. */
  get pendingUpdates(): readonly Update[] {
    return this.#world.updates.pendingUpdates;
  }

  /** Delivers an update that was confirmed already once more, with its old id. */
  repeat(updateId: number): void {
    this.#world.updates.repeat(updateId);
    this.#world.changes.tell();
  }

  /** True while a getUpdates call waits. */
  get polling(): boolean {
    return this.#world.poll.open;
  }

  /** Answers every send and edit with 429 for so long; each one made in that time makes it a second longer. */
  flood(seconds: number): void {
    this.#limiter.closeFor(seconds, this.#world.now());
  }

  /** Cuts every connection, and every new one, until `networkUp`. */
  networkDown(): void {
    this.#networkDown = true;
    this.#listening?.cut();
  }

  networkUp(): void {
    this.#networkDown = false;
  }
}
