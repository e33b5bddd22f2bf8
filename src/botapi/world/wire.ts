/** How chats and messages look in answers and updates. */
import { accountToWire } from "./account.ts";
import type { Media, StoredMessage } from "./message.ts";
import type { Room } from "./room.ts";
import type { World } from "./world.ts";

export type Wire = Record<string, unknown>;

export function roomToWire(world: World, room: Room): Wire {
  const { id, kind, title, isForum } = room.info;
  if (kind !== "private") return { id, type: kind, title, is_forum: isForum || undefined };
  const person = world.accounts.get(id);
  return {
    id,
    type: "private",
    first_name: person?.firstName,
    last_name: person?.lastName,
    username: person?.username,
  };
}

/** A message as it is now; what it replies to is included one level deep, as Telegram does. */
export function messageToWire(world: World, room: Room, message: StoredMessage, depth = 0): Wire {
  const replyTo = message.replyTo === undefined || depth > 0 ? undefined : room.message(message.replyTo);
  const edited = message.edits.length > 0 ? message.edits.at(-1)?.at : undefined;
  return {
    message_id: message.id,
    message_thread_id: message.threadId,
    is_topic_message: message.threadId === undefined ? undefined : true,
    from: senderToWire(world, message),
    chat: roomToWire(world, room),
    date: seconds(message.at),
    edit_date: edited === undefined ? undefined : seconds(edited),
    reply_to_message: replyTo && messageToWire(world, room, replyTo, depth + 1),
    ...contentToWire(message),
    reply_markup: message.buttons.length > 0 ? { inline_keyboard: message.buttons } : undefined,
    ...message.service,
  };
}

function senderToWire(world: World, message: StoredMessage): Wire {
  if (message.fromBot) return accountToWire(world.bot, true);
  return accountToWire(world.accounts.get(message.from) ?? { id: message.from, firstName: "?" }, false);
}

function contentToWire(message: StoredMessage): Wire {
  const { text, media } = message;
  const entities = message.entities.length > 0 ? message.entities : undefined;
  if (media === undefined) return text === "" ? {} : { text, entities };
  const caption = text === "" ? undefined : text;
  return { [media.kind]: mediaToWire(media), caption, caption_entities: entities };
}

function mediaToWire(media: Media): unknown {
  const { file, kind } = media;
  const ids = { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.content.byteLength };
  const size = { width: media.width ?? 0, height: media.height ?? 0 };
  if (kind === "photo") return [{ ...ids, ...size }];
  if (kind === "voice") return { ...ids, duration: media.duration ?? 0, mime_type: file.mime };
  if (kind === "document") return { ...ids, file_name: file.name, mime_type: file.mime };
  return { ...ids, ...size, type: "regular", is_animated: false, is_video: false, emoji: media.emoji };
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}
