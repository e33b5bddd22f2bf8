/** A person with a phone: what they do arrives at the bot as updates. */
import { withDetected } from "../text/detect.ts";
import { cleaned } from "../text/trim.ts";
import type { Account } from "../world/account.ts";
import type { Entity, StoredMessage } from "../world/message.ts";
import type { Room } from "../world/room.ts";
import type { World } from "../world/world.ts";
import { deliver, type Sent } from "./deliver.ts";

export interface SendOptions {
  /** Id of the message that is replied to. */
  replyTo?: number;
  /** Where; the person's private chat with the bot unless said otherwise. */
  chat?: number;
  /** A topic of that chat. */
  thread?: number;
  /** Formatting of the person's own; commands, mentions and links are found anyway. */
  entities?: readonly Entity[];
}

export class Person {
  readonly account: Account;
  readonly #world: World;

  constructor(world: World, account: Account) {
    this.#world = world;
    this.account = account;
  }

  get id(): number {
    return this.account.id;
  }

  /** Writes a message of up to 4096 units; longer ones are `sendsInParts`, as a phone would do. */
  sends(text: string, options: SendOptions = {}): Sent {
    if (text.length > 4096) throw new Error("a phone splits this text: use sendsInParts");
    const formatted = cleaned(text, options.entities ?? []);
    const entities = withDetected(formatted.text, formatted.entities);
    return deliver(
      this.#world,
      this.#room(options),
      this.#draft({ text: formatted.text, entities }, options),
    );
  }

  #room(options: SendOptions): Room {
    const room = this.#world.rooms.get(options.chat ?? this.id);
    if (room === undefined) throw new Error(`there is no chat ${options.chat}`);
    return room;
  }

  #draft(content: Partial<StoredMessage>, options: SendOptions) {
    return {
      ...content,
      from: this.id,
      fromBot: false,
      ...(options.replyTo === undefined ? {} : { replyTo: options.replyTo }),
      ...(options.thread === undefined ? {} : { threadId: options.thread }),
    };
  }
}
