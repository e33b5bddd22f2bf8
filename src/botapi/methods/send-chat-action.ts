/** sendChatAction: "typing" and the like; recorded with its time. */
import { z } from "zod";
import { chatId, integer, text } from "../params/basics.ts";
import { badRequest } from "../refusal.ts";
import { checkThread, roomToWriteIn } from "../world/access.ts";
import { method } from "./method.ts";

const actions = new Set([
  "typing",
  "upload_photo",
  "record_video",
  "upload_video",
  "record_voice",
  "upload_voice",
  "upload_document",
  "choose_sticker",
  "find_location",
  "record_video_note",
  "upload_video_note",
]);

export const sendChatAction = method({
  name: "sendChatAction",
  params: z.strictObject({ chat_id: chatId, action: text, message_thread_id: integer.optional() }),
  run: ({ world, now }, { chat_id, action, message_thread_id: threadId }) => {
    if (!actions.has(action)) throw badRequest("wrong parameter action in request");
    const room = roomToWriteIn(world, chat_id);
    checkThread(room, threadId);
    room.actions.push({ action, at: now, ...(threadId ? { threadId } : {}) });
    world.changes.tell();
    return true;
  },
});
