/** deleteMessage: the bot's own, a person's in their private chat, anybody's where the bot is administrator. */
import { z } from "zod";
import { chatId, integer } from "../params/basics.ts";
import { badRequest } from "../refusal.ts";
import { findMessage, roomToWriteIn } from "../world/access.ts";
import { method } from "./method.ts";

const deletableMs = 48 * 60 * 60 * 1000;

export const deleteMessage = method({
  name: "deleteMessage",
  params: z.strictObject({ chat_id: chatId, message_id: integer }),
  run: ({ world, now }, { chat_id, message_id }) => {
    const room = roomToWriteIn(world, chat_id);
    const message = findMessage(room, message_id, "message to delete");
    const allowed = message.fromBot || room.info.kind === "private" || room.info.botIsAdmin;
    const tooOld = now - message.at > deletableMs && !room.info.botIsAdmin;
    if (!allowed || tooOld) throw badRequest("message can't be deleted");
    room.remove(message_id);
    world.changes.tell();
    return true;
  },
});
