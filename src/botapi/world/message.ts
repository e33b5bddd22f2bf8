/**
 * What the server remembers of a message. Values are never changed in place: an edit puts a new value in the
 * chat, so what a test was handed stays what it was.
 */
import type { Entity } from "../params/entity.ts";
import type { InlineButton } from "../params/markup.ts";
import type { StoredFile } from "./files.ts";

export type { Entity, InlineButton };

/** A text (or a caption) with its formatting; offsets are UTF-16 units. */
export interface FormattedText {
  text: string;
  entities: readonly Entity[];
}

export interface Media {
  kind: "document" | "photo" | "voice" | "sticker";
  file: StoredFile;
  /** Pixels; photos and stickers only. */
  width?: number;
  height?: number;
  /** Seconds; voice notes only. */
  duration?: number;
  emoji?: string;
}

/** What an edit can change. */
export interface Content extends FormattedText {
  /** The inline keyboard, row by row; empty when there is none. */
  buttons: readonly (readonly InlineButton[])[];
}

/** What a message became, and when. */
interface Edit extends Content {
  /** Unix milliseconds at which the server took the call. */
  at: number;
}

export interface StoredMessage extends Content {
  id: number;
  chatId: number;
  /** A user's id, or the bot's. */
  from: number;
  fromBot: boolean;
  /** Unix milliseconds. */
  at: number;
  /** The text, or the caption of media; empty when there is neither. */
  text: string;
  /** A reply keyboard, force_reply or its removal: such a message can never be edited. */
  otherMarkup?: Record<string, unknown>;
  media?: Media;
  /** Sent with disable_notification: the phone made no sound. */
  silent: boolean;
  replyTo?: number;
  threadId?: number;
  /** As it was sent. */
  original: Content;
  /** Every edit, oldest first; the last is how it looks now. */
  edits: readonly Edit[];
  /** Emoji that the bot put under it. */
  reactions: readonly string[];
  pinned: boolean;
  /** For what Telegram writes itself ("topic created"): its wire fields. */
  service?: Record<string, unknown>;
}

/** The message after an edit. */
export function withEdit(message: StoredMessage, content: Content, at: number): StoredMessage {
  return { ...message, ...content, edits: [...message.edits, { ...content, at }] };
}
