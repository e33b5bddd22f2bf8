/** Puts a person's message into its chat and hands it to the bot, if the bot may hear it. */
import type { StoredMessage } from "../world/message.ts";
import type { Room } from "../world/room.ts";
import { messageToWire } from "../world/wire.ts";
import type { Draft, World } from "../world/world.ts";

/** A person's message; `updateId` is absent where privacy mode kept it from the bot. */
export type Sent = StoredMessage & { updateId?: number };

export function deliver(world: World, room: Room, draft: Draft): Sent {
  if (room.info.standing === "stranger") room.info.standing = "member";
  const message = world.post(room, draft);
  if (!hears(world, room, message)) return message;
  return { ...message, updateId: world.push("message", messageToWire(world, room, message)) };
}

function hears(world: World, room: Room, message: StoredMessage): boolean {
  const { kind, standing, botIsAdmin } = room.info;
  if (standing !== "member") return false;
  if (message.service !== undefined || kind === "private" || botIsAdmin || !world.bot.privacyMode)
    return true;
  const replied = message.replyTo === undefined ? undefined : room.message(message.replyTo);
  return replied?.fromBot === true || isForBot(world.bot.username, message);
}

/** A command, or a mention of the bot by its name. */
function isForBot(username: string, message: StoredMessage): boolean {
  return message.entities.some((entity) => {
    const text = message.text.slice(entity.offset, entity.offset + entity.length).toLowerCase();
    const name = `@${username.toLowerCase()}`;
    if (entity.type === "mention") return text === name;
    return entity.type === "bot_command" && (!text.includes("@") || text.endsWith(name));
  });
}
