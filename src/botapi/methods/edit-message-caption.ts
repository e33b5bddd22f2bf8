/** editMessageCaption: the text under a document or a photo; none removes it. */
import { z } from "zod";
import { chatId, flag, integer, text } from "../params/basics.ts";
import { entities } from "../params/entity.ts";
import { inlineKeyboard } from "../params/markup.ts";
import { badRequest } from "../refusal.ts";
import { captionText } from "../text/format.ts";
import { edit } from "./editing.ts";
import { method } from "./method.ts";

export const editMessageCaption = method({
  name: "editMessageCaption",
  params: z.strictObject({
    chat_id: chatId,
    message_id: integer,
    caption: text.optional(),
    parse_mode: text.optional(),
    caption_entities: entities.optional(),
    show_caption_above_media: flag.optional(),
    reply_markup: inlineKeyboard.optional(),
  }),
  run: (call, params) => {
    const caption = captionText({
      text: params.caption ?? "",
      parseMode: params.parse_mode,
      entities: params.caption_entities,
    });
    return edit(call, params, (old) => {
      if (old.media === undefined) throw badRequest("there is no caption in the message to edit");
      return caption;
    });
  },
});
