/** One chat: its messages, its topics, and how the bot stands in it. */
import type { StoredMessage } from "./message.ts";

export interface Topic {
  id: number;
  name: string;
  iconColor: number;
  iconEmoji?: string;
  closed: boolean;
}

/** `stranger`: the person never wrote to the bot; `deactivated`: their account is gone. */
export type Standing = "member" | "stranger" | "blocked" | "deactivated" | "kicked" | "left";

export interface RoomInfo {
  id: number;
  kind: "private" | "group" | "supergroup";
  title: string;
  isForum: boolean;
  standing: Standing;
  /** Administrators hear every message of a group and may open topics and pin. */
  botIsAdmin: boolean;
  /** What "group chat was upgraded" points to. */
  migratedTo?: number;
}

export class Room {
  readonly info: RoomInfo;
  readonly members = new Set<number>();
  readonly topics = new Map<number, Topic>();
  /** Chat actions ("typing") in the order they came, with Unix milliseconds. */
  readonly actions: { action: string; at: number; threadId?: number }[] = [];
  /** Messages that were deleted, in the order of their deletion. */
  readonly deleted: StoredMessage[] = [];
  readonly #messages = new Map<number, StoredMessage>();
  #lastId = 0;

  constructor(info: RoomInfo) {
    this.info = info;
  }

  get id(): number {
    return this.info.id;
  }

  /** What is in the chat now, oldest first. */
  get messages(): readonly StoredMessage[] {
    return [...this.#messages.values()];
  }

  /** The number that the next message of a supergroup gets; other chats share one counter. */
  nextOwnId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  message(id: number): StoredMessage | undefined {
    return this.#messages.get(id);
  }

  /** Adds a message, or replaces the one with its id where it stands. */
  put(message: StoredMessage): void {
    this.#messages.set(message.id, message);
  }

  remove(id: number): boolean {
    const message = this.#messages.get(id);
    if (message === undefined) return false;
    this.#messages.delete(id);
    this.deleted.push(message);
    return true;
  }
}
