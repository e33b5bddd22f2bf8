/** All methods of this server. A new one is a file beside this and a line here. */
import { answerCallbackQuery } from "./answer-callback-query.ts";
import { closeForumTopic } from "./close-forum-topic.ts";
import { createForumTopic } from "./create-forum-topic.ts";
import { deleteForumTopic } from "./delete-forum-topic.ts";
import { deleteMessage } from "./delete-message.ts";
import { deleteMyCommands } from "./delete-my-commands.ts";
import { deleteWebhook } from "./delete-webhook.ts";
import { editForumTopic } from "./edit-forum-topic.ts";
import { editMessageCaption } from "./edit-message-caption.ts";
import { editMessageReplyMarkup } from "./edit-message-reply-markup.ts";
import { editMessageText } from "./edit-message-text.ts";
import { getChat } from "./get-chat.ts";
import { getFile } from "./get-file.ts";
import { getMe } from "./get-me.ts";
import { getMyCommands } from "./get-my-commands.ts";
import { getUpdates } from "./get-updates.ts";
import type { Method } from "./method.ts";
import { pinChatMessage } from "./pin-chat-message.ts";
import { sendChatAction } from "./send-chat-action.ts";
import { sendDocument } from "./send-document.ts";
import { sendMessage } from "./send-message.ts";
import { sendPhoto } from "./send-photo.ts";
import { setMessageReaction } from "./set-message-reaction.ts";
import { setMyCommands } from "./set-my-commands.ts";

const methods: readonly Method[] = [
  getMe,
  getUpdates,
  deleteWebhook,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  getChat,
  getFile,
  sendMessage,
  sendDocument,
  sendPhoto,
  sendChatAction,
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  deleteMessage,
  setMessageReaction,
  pinChatMessage,
  answerCallbackQuery,
  createForumTopic,
  editForumTopic,
  closeForumTopic,
  deleteForumTopic,
];

const byName = new Map(methods.map((method) => [method.name.toLowerCase(), method]));

/** The method of that name; capitals do not matter, as on the real server. */
export function findMethod(name: string): Method | undefined {
  return byName.get(name.toLowerCase());
}
