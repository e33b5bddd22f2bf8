/** MessageEntity as the bot may send it; unknown types and stray fields are refused. */
import { z } from "zod";
import { flag, integer, text } from "./basics.ts";

const entityTypes = [
  "mention",
  "hashtag",
  "cashtag",
  "bot_command",
  "url",
  "email",
  "phone_number",
  "bold",
  "italic",
  "underline",
  "strikethrough",
  "spoiler",
  "blockquote",
  "expandable_blockquote",
  "code",
  "pre",
  "text_link",
  "text_mention",
  "custom_emoji",
  "date_time",
] as const;

const user = z.object({ id: integer, is_bot: flag, first_name: text });

const entity = z.strictObject({
  type: z.enum(entityTypes),
  offset: integer,
  length: integer,
  url: text.optional(),
  user: user.optional(),
  language: text.optional(),
  custom_emoji_id: text.optional(),
  unix_time: integer.optional(),
  date_time_format: text.optional(),
});
/** Offset and length count UTF-16 units. */
export type Entity = z.infer<typeof entity>;

export const entities = z.array(entity);
