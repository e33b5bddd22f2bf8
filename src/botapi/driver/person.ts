/** A person with a phone: what they do arrives at the bot as updates. */
import { withDetected } from "../text/detect.ts";
import { cleaned } from "../text/trim.ts";
import type { Account } from "../world/account.ts";
import {
  type Entity,
  type FormattedText,
  type Media,
  type StoredMessage,
  withEdit,
} from "../world/message.ts";
import type { CallbackQuery } from "../world/queries.ts";
import type { Room } from "../world/room.ts";
import { messageToWire } from "../world/wire.ts";
import type { World } from "../world/world.ts";
import type { Chat } from "./chat.ts";
import { deliver, type Sent } from "./deliver.ts";
import { documentOf, photoOf, stickerOf, voiceOf } from "./media.ts";
import { changeStanding } from "./membership.ts";
import { splitLongText } from "./split.ts";
import { type ButtonChoice, findButton, tap } from "./taps.ts";

export interface SendOptions {
  /** Id of the message that is replied to. */
  replyTo?: number;
  /** Where; the person's private chat with the bot unless said otherwise. */
  chat?: number | Chat;
  /** A topic of that chat. */
  thread?: number;
  /** Formatting of the person's own; commands, mentions and links are found anyway. */
  entities?: readonly Entity[];
}

type Where = Pick<SendOptions, "chat">;

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

  /** Writes a message of up to 4096 units. A longer one is `sendsInParts`. */
  sends(text: string, options: SendOptions = {}): Sent {
    if (text.length > 4096) throw new Error("a phone splits this text: use sendsInParts");
    return this.#deliver(formatted(text, options.entities), options);
  }

  /** Pastes a long text: the phone sends it as several messages in the same second. */
  sendsInParts(text: string, options: SendOptions = {}): Sent[] {
    const at = this.#world.now();
    return splitLongText(text).map((part) => this.#deliver({ ...formatted(part), at }, options));
  }

  sendsDocument(name: string, content: string | Uint8Array, caption = "", options: SendOptions = {}): Sent {
    return this.#sendsMedia(documentOf(this.#world, name, content), caption, options);
  }

  sendsPhoto(content: Uint8Array, caption = "", options: SendOptions = {}): Sent {
    return this.#sendsMedia(photoOf(this.#world, content), caption, options);
  }

  sendsVoice(
    content: Uint8Array = new Uint8Array([79, 103, 103, 83]),
    seconds = 3,
    options: SendOptions = {},
  ): Sent {
    return this.#sendsMedia(voiceOf(this.#world, content, seconds), "", options);
  }

  sendsSticker(emoji = "👍", options: SendOptions = {}): Sent {
    return this.#sendsMedia(stickerOf(this.#world, emoji), "", options);
  }

  /** Changes a message of their own. The bot gets `edited_message`; the update's id is returned. */
  edits(messageId: number, newText: string, where: Where = {}): number {
    const room = this.#room(where);
    const old = this.#message(room, messageId);
    if (old.from !== this.id) throw new Error(`message ${messageId} is not ${this.account.firstName}'s`);
    const content = { ...formatted(newText), buttons: old.buttons };
    const edited = withEdit(old, content, this.#world.now());
    this.#world.replace(room, edited);
    return this.#world.push("edited_message", messageToWire(this.#world, room, edited));
  }

  /** Taps a button; the returned query gets its `answer` when the bot answers. */
  taps(messageId: number, button: ButtonChoice, where: Where = {}): CallbackQuery {
    const room = this.#room(where);
    return tap(this.#world, room, this.#message(room, messageId), button, this.id);
  }

  /** Taps a copy button and returns what is in the clipboard then. */
  copies(messageId: number, button: ButtonChoice, where: Where = {}): string {
    const found = findButton(this.#message(this.#room(where), messageId), button);
    if (found.copy_text === undefined) throw new Error(`the button "${found.text}" copies nothing`);
    return found.copy_text.text;
  }

  /** Joins a group. */
  joins(chat: Chat | number): void {
    const room = this.#room({ chat });
    room.members.add(this.id);
    const user = { id: this.id, is_bot: false, first_name: this.account.firstName };
    deliver(this.#world, room, { from: this.id, fromBot: false, service: { new_chat_members: [user] } });
  }

  /** Deletes a message on both sides. The bot is not told, as with Telegram. */
  deletes(messageId: number, where: Where = {}): void {
    const room = this.#room(where);
    this.#message(room, messageId);
    room.remove(messageId);
    this.#world.changes.tell();
  }

  /** Stops the bot: it can no longer write to this person. */
  blocks(): void {
    changeStanding(this.#world, this.#room({}), "blocked", this.account);
  }

  unblocks(): void {
    changeStanding(this.#world, this.#room({}), "member", this.account);
  }

  /** Closes their Telegram account for good. The bot is not told. */
  deletesAccount(): void {
    this.#room({}).info.standing = "deactivated";
  }

  /** Throws the bot out of a group. */
  kicksBot(chat: Chat | number): void {
    changeStanding(this.#world, this.#room({ chat }), "kicked", this.account);
  }

  #sendsMedia(media: Media, caption: string, options: SendOptions): Sent {
    return this.#deliver({ ...formatted(caption, options.entities), media }, options);
  }

  #deliver(content: Partial<StoredMessage>, options: SendOptions): Sent {
    const room = this.#room(options);
    if (room.info.standing === "blocked") {
      throw new Error(`${this.account.firstName} has blocked the bot: unblock it first, as the phone says`);
    }
    if (room.info.kind !== "private" && !room.members.has(this.id)) {
      throw new Error(`${this.account.firstName} has not joined "${room.info.title}"`);
    }
    if (options.thread !== undefined && !room.topics.has(options.thread)) {
      throw new Error(`there is no topic ${options.thread} in "${room.info.title}"`);
    }
    if (options.replyTo !== undefined) this.#message(room, options.replyTo);
    return deliver(this.#world, room, {
      ...content,
      from: this.id,
      fromBot: false,
      ...(options.replyTo === undefined ? {} : { replyTo: options.replyTo }),
      ...(options.thread === undefined ? {} : { threadId: options.thread }),
    });
  }

  #room({ chat = this.id }: Where): Room {
    const id = typeof chat === "number" ? chat : chat.id;
    const room = this.#world.rooms.get(id);
    if (room === undefined) throw new Error(`there is no chat ${id}`);
    return room;
  }

  #message(room: Room, id: number): StoredMessage {
    const message = room.message(id);
    if (message === undefined) throw new Error(`there is no message ${id} in "${room.info.title}"`);
    return message;
  }
}

function formatted(text: string, entities: readonly Entity[] = []): FormattedText {
  const clean = cleaned(text, entities);
  return { text: clean.text, entities: withDetected(clean.text, clean.entities) };
}
