/** Topics: who may manage them, and their refusals. Forums have them, and private chats where the bot enabled them. */
import type { ChatId } from "../params/basics.ts";
import { badRequest } from "../refusal.ts";
import { roomToWriteIn } from "./access.ts";
import type { Room, Topic } from "./room.ts";
import type { World } from "./world.ts";

/** A chat whose topics the bot may manage. */
export function roomWithTopics(world: World, chatId: ChatId): Room {
  const room = roomToWriteIn(world, chatId);
  const { kind, isForum, botIsAdmin } = room.info;
  if (kind === "private" ? !world.bot.privateTopics : !isForum) throw badRequest("the chat is not a forum");
  if (kind !== "private" && !botIsAdmin) throw badRequest("not enough rights to create a topic");
  return room;
}

export function findTopic(room: Room, id: number): Topic {
  const topic = room.topics.get(id);
  if (topic === undefined) throw badRequest("TOPIC_ID_INVALID");
  return topic;
}

/** A topic's name, cut at 128 characters as the real server does. */
export function topicName(name: string): string {
  const clean = name.trim();
  if (clean === "") throw badRequest("name must be non-empty");
  return [...clean].slice(0, 128).join("");
}

/** Puts a changed topic in its place and says so in the chat. */
export function changeTopic(world: World, room: Room, topic: Topic, service: Record<string, unknown>): void {
  room.topics.set(topic.id, topic);
  world.post(room, { from: world.bot.id, fromBot: true, threadId: topic.id, silent: true, service });
}
