/** closeForumTopic: forums only. */
import { z } from "zod";
import { chatId, integer } from "../params/basics.ts";
import { badRequest } from "../refusal.ts";
import { changeTopic, findTopic, roomWithTopics } from "../world/topics.ts";
import { method } from "./method.ts";

export const closeForumTopic = method({
  name: "closeForumTopic",
  params: z.strictObject({ chat_id: chatId, message_thread_id: integer }),
  run: ({ world }, { chat_id, message_thread_id }) => {
    const room = roomWithTopics(world, chat_id);
    if (room.info.kind === "private") throw badRequest("the chat is not a supergroup");
    const topic = findTopic(room, message_thread_id);
    if (topic.closed) throw badRequest("TOPIC_NOT_MODIFIED");
    changeTopic(world, room, { ...topic, closed: true }, { forum_topic_closed: {} });
    return true;
  },
});
