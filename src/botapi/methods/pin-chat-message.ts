/** pinChatMessage: in private chats always, in groups where the bot is administrator. */
import { z } from "zod";
import { chatId, flag, integer } from "../params/basics.ts";
import { badRequest } from "../refusal.ts";
import { findMessage, roomToWriteIn } from "../world/access.ts";
import { method } from "./method.ts";

export const pinChatMessage = method({
  name: "pinChatMessage",
  params: z.strictObject({ chat_id: chatId, message_id: integer, disable_notification: flag.optional() }),
  run: ({ world }, { chat_id, message_id }) => {
    const room = roomToWriteIn(world, chat_id);
    const message = findMessage(room, message_id, "message to pin");
    const { kind, botIsAdmin } = room.info;
    if (kind !== "private" && !botIsAdmin)
      throw badRequest("not enough rights to manage pinned messages in the chat");
    if (message.service !== undefined) throw badRequest("service messages can't be pinned");
    world.replace(room, { ...message, pinned: true });
    return true;
  },
});
