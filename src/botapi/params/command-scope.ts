/** BotCommandScope and language codes of command menus. */
import { z } from "zod";
import { chatId, integer } from "./basics.ts";

const commandScope = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("default") }),
  z.strictObject({ type: z.literal("all_private_chats") }),
  z.strictObject({ type: z.literal("all_group_chats") }),
  z.strictObject({ type: z.literal("all_chat_administrators") }),
  z.strictObject({ type: z.literal("chat"), chat_id: chatId }),
  z.strictObject({ type: z.literal("chat_administrators"), chat_id: chatId }),
  z.strictObject({ type: z.literal("chat_member"), chat_id: chatId, user_id: integer }),
]);
export type CommandScope = z.infer<typeof commandScope>;

/** Two letters, or empty for every language. */
const languageCode = z.string().regex(/^([a-z]{2})?$/, "invalid language code specified");

/** The parameters that all three command methods share. */
export const menu = { scope: commandScope.optional(), language_code: languageCode.optional() };

/** One text for one scope, to file its commands under. */
export function scopeKey(scope: CommandScope | undefined): string {
  if (scope === undefined) return "default";
  const chat = "chat_id" in scope ? ` ${scope.chat_id}` : "";
  const member = "user_id" in scope ? ` ${scope.user_id}` : "";
  return `${scope.type}${chat}${member}`;
}
