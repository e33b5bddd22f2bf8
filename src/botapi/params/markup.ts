/** Keyboards. Inline ones are checked to the byte; of the others only the shape is. */
import { z } from "zod";
import { flag, text } from "./basics.ts";

const style = z.enum(["danger", "success", "primary"]);

const inlineButton = z.strictObject({
  text,
  icon_custom_emoji_id: text.optional(),
  style: style.optional(),
  url: text.optional(),
  callback_data: text.optional(),
  web_app: z.strictObject({ url: text }).optional(),
  switch_inline_query: text.optional(),
  switch_inline_query_current_chat: text.optional(),
  copy_text: z.strictObject({ text }).optional(),
});
export type InlineButton = z.infer<typeof inlineButton>;

export const inlineKeyboard = z.strictObject({ inline_keyboard: z.array(z.array(inlineButton)) });

const keyboardButton = z.union([
  text,
  z.strictObject({ text, icon_custom_emoji_id: text.optional(), style: style.optional() }),
]);

const replyKeyboard = z.strictObject({
  keyboard: z.array(z.array(keyboardButton)),
  is_persistent: flag.optional(),
  resize_keyboard: flag.optional(),
  one_time_keyboard: flag.optional(),
  input_field_placeholder: z.string().min(1).max(64).optional(),
  selective: flag.optional(),
});

const removeKeyboard = z.strictObject({ remove_keyboard: z.literal(true), selective: flag.optional() });

const forceReply = z.strictObject({
  force_reply: z.literal(true),
  input_field_placeholder: z.string().min(1).max(64).optional(),
  selective: flag.optional(),
});

export const anyMarkup = z.union([inlineKeyboard, replyKeyboard, removeKeyboard, forceReply]);
export type AnyMarkup = z.infer<typeof anyMarkup>;
