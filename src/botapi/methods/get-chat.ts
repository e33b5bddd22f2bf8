/** getChat: what the bot may know of a chat. */
import { z } from "zod";
import { chatId } from "../params/basics.ts";
import { badRequest } from "../refusal.ts";
import { findRoom } from "../world/access.ts";
import { messageToWire, roomToWire } from "../world/wire.ts";
import { method } from "./method.ts";

export const getChat = method({
  name: "getChat",
  params: z.strictObject({ chat_id: chatId }),
  run: ({ world }, { chat_id }) => {
    const room = findRoom(world, chat_id);
    if (room.info.standing === "stranger") throw badRequest("chat not found");
    const pinned = room.messages.findLast((message) => message.pinned);
    return {
      ...roomToWire(world, room),
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: false,
        limited_gifts: false,
        unique_gifts: false,
        premium_subscription: false,
        gifts_from_channels: false,
      },
      pinned_message: pinned && messageToWire(world, room, pinned),
    };
  },
});
