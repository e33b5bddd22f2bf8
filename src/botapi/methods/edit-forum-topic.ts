/** editForumTopic: another name or icon; what stays the same is refused. */
import { z } from "zod";
import { chatId, integer, text } from "../params/basics.ts";
import { badRequest } from "../refusal.ts";
import { changeTopic, findTopic, roomWithTopics, topicName } from "../world/topics.ts";
import { method } from "./method.ts";

export const editForumTopic = method({
  name: "editForumTopic",
  params: z.strictObject({
    chat_id: chatId,
    message_thread_id: integer,
    name: z.string().max(128).optional(),
    icon_custom_emoji_id: text.optional(),
  }),
  run: ({ world }, { chat_id, message_thread_id, name, icon_custom_emoji_id: icon }) => {
    const room = roomWithTopics(world, chat_id);
    const topic = findTopic(room, message_thread_id);
    const changed = {
      ...topic,
      ...(name ? { name: topicName(name) } : {}),
      ...(icon === undefined ? {} : { iconEmoji: icon }),
    };
    if (changed.name === topic.name && changed.iconEmoji === topic.iconEmoji)
      throw badRequest("TOPIC_NOT_MODIFIED");
    changeTopic(world, room, changed, { forum_topic_edited: { name: changed.name } });
    return true;
  },
});
