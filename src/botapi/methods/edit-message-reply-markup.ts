/** editMessageReplyMarkup: only the keyboard; without one it goes. */
import { z } from "zod";
import { chatId, integer } from "../params/basics.ts";
import { inlineKeyboard } from "../params/markup.ts";
import { edit } from "./editing.ts";
import { method } from "./method.ts";

export const editMessageReplyMarkup = method({
  name: "editMessageReplyMarkup",
  params: z.strictObject({ chat_id: chatId, message_id: integer, reply_markup: inlineKeyboard.optional() }),
  run: (call, params) => edit(call, params, ({ text, entities }) => ({ text, entities })),
});
