/** deleteForumTopic: the topic goes, and every message in it. */
import { z } from "zod";
import { chatId, integer } from "../params/basics.ts";
import { findTopic, roomWithTopics } from "../world/topics.ts";
import { method } from "./method.ts";

export const deleteForumTopic = method({
  name: "deleteForumTopic",
  params: z.strictObject({ chat_id: chatId, message_thread_id: integer }),
  run: ({ world }, { chat_id, message_thread_id }) => {
    const room = roomWithTopics(world, chat_id);
    const { id } = findTopic(room, message_thread_id);
    room.topics.delete(id);
    for (const message of room.messages) {
      if (message.threadId === id || message.id === id) room.remove(message.id);
    }
    world.changes.tell();
    return true;
  },
});
