/** setMessageReaction: at most one emoji, and only one of those that Telegram offers. */
import { z } from "zod";
import { chatId, flag, integer, text } from "../params/basics.ts";
import { reactionEmoji } from "../params/reaction-emoji.ts";
import { badRequest } from "../refusal.ts";
import { findMessage, roomToWriteIn } from "../world/access.ts";
import { method } from "./method.ts";

export const setMessageReaction = method({
  name: "setMessageReaction",
  params: z.strictObject({
    chat_id: chatId,
    message_id: integer,
    reaction: z.array(z.strictObject({ type: z.literal("emoji"), emoji: text })).optional(),
    is_big: flag.optional(),
  }),
  run: ({ world }, { chat_id, message_id, reaction = [] }) => {
    const room = roomToWriteIn(world, chat_id);
    const message = findMessage(room, message_id, "message to react");
    const emoji = reaction.map((one) => one.emoji);
    if (emoji.length > 1) throw badRequest("REACTIONS_TOO_MANY");
    if (emoji.some((one) => !reactionEmoji.has(one.replaceAll("\u{fe0f}", ""))))
      throw badRequest("REACTION_INVALID");
    world.replace(room, { ...message, reactions: emoji });
    return true;
  },
});
