/** From a Telegram update to what the desk understands of it. Pure; undefined for what is no message of a person. */
import type { Message, Update } from "grammy/types";
import type { Incoming } from "./incoming.ts";

/** Files that are read as text. */
const textFile = /\.(md|markdown|txt|text|log|csv|json|ya?ml|patch|diff)$/i;

/** The sender, for the access check; undefined when there is none. */
export function senderOf(
  update: Update,
): { userId: number | undefined; chat: { id: number; type: string } } | undefined {
  const message = update.message ?? update.edited_message;
  if (message) return { userId: message.from?.id, chat: message.chat };
  const query = update.callback_query;
  return query?.message && { userId: query.from.id, chat: query.message.chat };
}

export function receive(update: Update, now: number): Incoming | undefined {
  const query = update.callback_query;
  if (query?.message && query.data !== undefined) {
    const { chat, message_id: messageId } = query.message;
    const { id, first_name: name } = query.from;
    return {
      kind: "button",
      updateId: update.update_id,
      at: now,
      from: { id, name },
      chat: chat.id,
      messageId,
      data: query.data,
    };
  }
  const message = update.message ?? update.edited_message;
  if (!message?.from) return undefined;
  const base = {
    updateId: update.update_id,
    at: now,
    from: { id: message.from.id, name: message.from.first_name },
    chat: message.chat.id,
    ...(message.is_topic_message && message.message_thread_id !== undefined
      ? { thread: message.message_thread_id }
      : {}),
    messageId: message.message_id,
  };
  const replyTo = message.reply_to_message?.message_id;
  if (update.edited_message) return { ...base, kind: "edited" };
  if (message.text !== undefined) return { ...base, kind: "text", text: message.text, replyTo };
  const { document } = message;
  if (document && isText(document)) {
    return {
      ...base,
      kind: "document",
      fileId: document.file_id,
      fileName: document.file_name ?? "document",
      mimeType: document.mime_type ?? "",
      size: document.file_size ?? 0,
      caption: message.caption ?? "",
      replyTo,
    };
  }
  const what = nameOf(message);
  return what === undefined ? undefined : { ...base, kind: "unsupported", what };
}

function isText({ mime_type = "", file_name = "" }: { mime_type?: string; file_name?: string }): boolean {
  return mime_type.startsWith("text/") || mime_type === "application/json" || textFile.test(file_name);
}

const names: readonly (readonly [keyof Message, string])[] = [
  ["voice", "voice messages"],
  ["audio", "audio files"],
  ["video_note", "video messages"],
  ["video", "videos"],
  ["sticker", "stickers"],
  ["animation", "GIFs"],
  ["photo", "photos"],
  ["document", "files of this kind"],
  ["location", "locations"],
  ["contact", "contacts"],
  ["poll", "polls"],
  ["dice", "dice"],
];

/** Undefined for service messages, such as a pinned one: nobody said anything. */
function nameOf(message: Message): string | undefined {
  return names.find(([key]) => message[key] !== undefined)?.[1];
}
