/** createForumTopic: a topic's id is the id of the message that announces it. */
import { z } from "zod";
import { chatId, integer, text } from "../params/basics.ts";
import { badRequest } from "../refusal.ts";
import { roomWithTopics, topicName } from "../world/topics.ts";
import { method } from "./method.ts";

const colors = new Set([7322096, 16766590, 13338331, 9367192, 16749490, 16478047]);

export const createForumTopic = method({
  name: "createForumTopic",
  params: z.strictObject({
    chat_id: chatId,
    name: text,
    icon_color: integer.optional(),
    icon_custom_emoji_id: text.optional(),
  }),
  run: ({ world }, { chat_id, name, icon_color = 7322096, icon_custom_emoji_id }) => {
    if (!colors.has(icon_color)) throw badRequest("invalid icon color specified");
    const room = roomWithTopics(world, chat_id);
    const shown = { name: topicName(name), icon_color, icon_custom_emoji_id };
    const message = world.post(room, {
      from: world.bot.id,
      fromBot: true,
      silent: true,
      service: { forum_topic_created: shown },
    });
    room.topics.set(message.id, {
      id: message.id,
      name: shown.name,
      iconColor: icon_color,
      ...(icon_custom_emoji_id === undefined ? {} : { iconEmoji: icon_custom_emoji_id }),
      closed: false,
    });
    return { message_thread_id: message.id, ...shown };
  },
});
