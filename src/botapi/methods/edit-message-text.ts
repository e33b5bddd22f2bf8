/** editMessageText. */
import { z } from "zod";
import { chatId, integer, text } from "../params/basics.ts";
import { entities } from "../params/entity.ts";
import { inlineKeyboard } from "../params/markup.ts";
import { linkPreviewOptions } from "../params/sending.ts";
import { badRequest } from "../refusal.ts";
import { messageText } from "../text/format.ts";
import { edit } from "./editing.ts";
import { method } from "./method.ts";

export const editMessageText = method({
  name: "editMessageText",
  params: z.strictObject({
    chat_id: chatId,
    message_id: integer,
    text,
    parse_mode: text.optional(),
    entities: entities.optional(),
    link_preview_options: linkPreviewOptions.optional(),
    reply_markup: inlineKeyboard.optional(),
  }),
  run: (call, params) => {
    const formatted = messageText({
      text: params.text,
      parseMode: params.parse_mode,
      entities: params.entities,
    });
    return edit(call, params, (old) => {
      if (old.media !== undefined) throw badRequest("there is no text in the message to edit");
      return formatted;
    });
  },
});
