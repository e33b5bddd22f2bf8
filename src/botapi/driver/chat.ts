/** A chat as a test reads it. */
import type { StoredMessage } from "../world/message.ts";
import type { Room, Topic } from "../world/room.ts";
import type { World } from "../world/world.ts";
import { printMessages } from "./print.ts";

export class Chat {
  readonly #world: World;
  readonly #room: Room;

  constructor(world: World, room: Room) {
    this.#world = world;
    this.#room = room;
  }

  get id(): number {
    return this.#room.id;
  }

  /** What stands in the chat now, oldest first. */
  get messages(): readonly StoredMessage[] {
    return this.#room.messages;
  }

  get fromBot(): readonly StoredMessage[] {
    return this.messages.filter((message) => message.fromBot);
  }

  get last(): StoredMessage | undefined {
    return this.messages.at(-1);
  }

  get deleted(): readonly StoredMessage[] {
    return this.#room.deleted;
  }

  get topics(): readonly Topic[] {
    return [...this.#room.topics.values()];
  }

  /** Chat actions ("typing"), oldest first. */
  get actions(): readonly { action: string; at: number; threadId?: number }[] {
    return this.#room.actions;
  }

  message(id: number): StoredMessage {
    const message = this.#room.message(id);
    if (message === undefined) throw new Error(`there is no message ${id} in this chat:\n${this.print()}`);
    return message;
  }

  /** The whole chat in plain text, for errors. */
  print(): string {
    return printMessages(this.messages, (id) => this.#nameOf(id));
  }

  #nameOf(id: number): string {
    return this.#world.accounts.get(id)?.firstName ?? this.#world.bot.firstName;
  }
}
