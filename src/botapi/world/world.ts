/** Everything the server knows, in memory: people, chats, messages, taps, files, the queue of updates. */
import type { Account, BotAccount } from "./account.ts";
import { Changes } from "./changes.ts";
import { CommandLists } from "./command-lists.ts";
import { FileStore } from "./files.ts";
import type { StoredMessage } from "./message.ts";
import { LongPoll } from "./poll.ts";
import { CallbackQueries } from "./queries.ts";
import { Room, type RoomInfo } from "./room.ts";
import { UpdateQueue } from "./updates.ts";

export interface WorldOptions {
  bot: BotAccount;
  /** Unix milliseconds. */
  now: () => number;
  /** How long a tap waits for its answer. */
  queryTimeoutMs: number;
  firstUpdateId: number;
}

/** What a sender decides about a message; the world adds the rest. */
export type Draft = Pick<StoredMessage, "from" | "fromBot"> &
  Partial<Omit<StoredMessage, "id" | "chatId" | "from" | "fromBot" | "original" | "edits">>;

export class World {
  readonly bot: BotAccount;
  readonly now: () => number;
  readonly changes = new Changes();
  readonly poll = new LongPoll(this.changes);
  readonly updates: UpdateQueue;
  readonly queries: CallbackQueries;
  readonly files = new FileStore();
  readonly commands = new CommandLists();
  readonly accounts = new Map<number, Account>();
  readonly rooms = new Map<number, Room>();
  #lastMessageId = 0;

  constructor(options: WorldOptions) {
    this.bot = options.bot;
    this.now = options.now;
    this.updates = new UpdateQueue(options.firstUpdateId);
    this.queries = new CallbackQueries(options.queryTimeoutMs);
  }

  addRoom(info: RoomInfo): Room {
    const room = new Room(info);
    this.rooms.set(room.id, room);
    return room;
  }

  /** Puts a new message into a chat. Supergroups count their own messages, all other chats together. */
  post(room: Room, draft: Draft): StoredMessage {
    const { text = "", entities = [], buttons = [] } = draft;
    const content = { text, entities, buttons };
    const message: StoredMessage = {
      silent: false,
      reactions: [],
      pinned: false,
      at: this.now(),
      ...draft,
      ...content,
      id: room.info.kind === "supergroup" ? room.nextOwnId() : this.#nextMessageId(),
      chatId: room.id,
      original: content,
      edits: [],
    };
    room.put(message);
    this.changes.tell();
    return message;
  }

  /** Puts a changed message where the old one stood. */
  replace(room: Room, message: StoredMessage): StoredMessage {
    room.put(message);
    this.changes.tell();
    return message;
  }

  /** Queues an update for the bot and wakes its poll; returns the update's id. */
  push(kind: string, content: unknown): number {
    const id = this.updates.push(kind, content, this.now());
    this.changes.tell();
    return id;
  }

  #nextMessageId(): number {
    this.#lastMessageId += 1;
    return this.#lastMessageId;
  }
}
