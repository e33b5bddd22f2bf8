/** From an item of the outbox to a call of the Bot API. */
import { type Api, InputFile } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import type { Button, Draft } from "../message/draft.ts";
import type { OutItem } from "./outItem.ts";

export interface Place {
  chat: number;
  messageId: number;
}

/** Sends or edits; undefined when there is no message to edit. Throws what grammY throws. */
export async function deliver(
  api: Api,
  item: OutItem,
  find: (id: string) => Place | undefined,
): Promise<Place | undefined> {
  switch (item.kind) {
    case "send": {
      const sent = await api.sendMessage(item.chat, item.draft.text, {
        ...content(item.draft),
        disable_notification: item.silent,
        ...threadOf(item),
        ...replyTo(item.replyTo),
      });
      return { chat: item.chat, messageId: sent.message_id };
    }
    case "document": {
      const file = new InputFile(Buffer.from(item.content), item.name);
      const options = { disable_notification: true, ...threadOf(item), ...replyTo(find(item.of)?.messageId) };
      const sent = await api.sendDocument(item.chat, file, options);
      return { chat: item.chat, messageId: sent.message_id };
    }
    case "edit": {
      const place = find(item.of);
      return place && edit(api, place, item.draft);
    }
    case "drop-buttons": {
      const place = find(item.of);
      if (place) await api.editMessageReplyMarkup(place.chat, place.messageId);
      return place;
    }
    case "drop-buttons-at":
      await api.editMessageReplyMarkup(item.chat, item.messageId);
      return item;
    case "edit-at":
      return edit(api, item, item.draft);
  }
}

async function edit(api: Api, { chat, messageId }: Place, draft: Draft): Promise<Place> {
  await api.editMessageText(chat, messageId, draft.text, content(draft));
  return { chat, messageId };
}

function content(draft: Draft) {
  const inline_keyboard = draft.buttons.map((row) => row.map(toApi));
  return {
    entities: draft.entities,
    reply_markup: { inline_keyboard },
    link_preview_options: { is_disabled: true },
  };
}

function toApi(button: Button): InlineKeyboardButton {
  if (button.kind === "copy") return { text: button.label, copy_text: { text: button.text } };
  const { label: text, data: callback_data, style } = button;
  return { text, callback_data, ...(style ? { style } : {}) };
}

function threadOf(item: { thread?: number | undefined }) {
  return item.thread === undefined ? {} : { message_thread_id: item.thread };
}

function replyTo(messageId: number | undefined) {
  return messageId === undefined
    ? {}
    : { reply_parameters: { message_id: messageId, allow_sending_without_reply: true } };
}
