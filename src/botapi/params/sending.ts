/** Parameters that every sending method shares. */
import { z } from "zod";
import { chatId, flag, integer, text } from "./basics.ts";
import { entities } from "./entity.ts";
import { anyMarkup } from "./markup.ts";

const replyParameters = z.strictObject({
  message_id: integer,
  chat_id: chatId.optional(),
  allow_sending_without_reply: flag.optional(),
  quote: z.string().max(1024).optional(),
  quote_parse_mode: text.optional(),
  quote_entities: entities.optional(),
  quote_position: integer.optional(),
});

export const linkPreviewOptions = z.strictObject({
  is_disabled: flag.optional(),
  url: text.optional(),
  prefer_small_media: flag.optional(),
  prefer_large_media: flag.optional(),
  show_above_text: flag.optional(),
});

/** Where a message goes and how: the fields that send methods have in common. */
export const sending = {
  chat_id: chatId,
  message_thread_id: integer.optional(),
  disable_notification: flag.optional(),
  protect_content: flag.optional(),
  reply_parameters: replyParameters.optional(),
  reply_markup: anyMarkup.optional(),
};

const sendingObject = z.strictObject(sending);
export type Sending = z.infer<typeof sendingObject>;
