/** Which chats the bot may see and write to, with the server's words for each refusal. */
import type { ChatId } from "../params/basics.ts";
import { badRequest, forbidden, Refusal } from "../refusal.ts";
import type { StoredMessage } from "./message.ts";
import type { Room } from "./room.ts";
import type { World } from "./world.ts";

/** The chat, whether the bot may write there or not. */
export function findRoom(world: World, chatId: ChatId): Room {
  const room = world.rooms.get(toNumber(world, chatId));
  if (room === undefined) throw badRequest("chat not found");
  return room;
}

/** The chat, if the bot may write there. */
export function roomToWriteIn(world: World, chatId: ChatId): Room {
  const room = findRoom(world, chatId);
  const { standing, kind, migratedTo } = room.info;
  if (migratedTo !== undefined) {
    throw new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {
      migrate_to_chat_id: migratedTo,
    });
  }
  if (standing === "stranger") throw forbidden("bot can't initiate conversation with a user");
  if (standing === "blocked") throw forbidden("bot was blocked by the user");
  if (standing === "deactivated") throw forbidden("user is deactivated");
  if (standing === "kicked") throw forbidden(`bot was kicked from the ${kind} chat`);
  if (standing === "left") throw forbidden(`bot is not a member of the ${kind} chat`);
  return room;
}

/** The message, or "<what> not found". */
export function findMessage(room: Room, id: number, what: string): StoredMessage {
  const message = room.message(id);
  if (message === undefined) throw badRequest(`${what} not found`);
  return message;
}

/** A topic named in a send: it must exist, and General must not be named at all. */
export function checkThread(room: Room, threadId: number | undefined): void {
  if (threadId === undefined || threadId === 0) return;
  const canHaveTopics = room.info.isForum || room.info.kind === "private";
  if (canHaveTopics && !room.topics.has(threadId)) throw badRequest("message thread not found");
}

function toNumber(world: World, chatId: ChatId): number {
  if (typeof chatId === "number") return chatId;
  if (!chatId.startsWith("@")) return Number(chatId);
  const name = chatId.slice(1).toLowerCase();
  const person = [...world.accounts.values()].find((account) => account.username?.toLowerCase() === name);
  return person?.id ?? 0;
}
