/** Who is in a chat and how the bot stands there; each change is told to the bot as my_chat_member. */
import { type Account, accountToWire } from "../world/account.ts";
import type { Room, Standing } from "../world/room.ts";
import { roomToWire } from "../world/wire.ts";
import type { World } from "../world/world.ts";
import { deliver } from "./deliver.ts";

const wireStatus: Record<Standing, string> = {
  member: "member",
  stranger: "left",
  blocked: "kicked",
  deactivated: "left",
  kicked: "kicked",
  left: "left",
};

/** Changes the bot's standing; `by` is the person who did it. */
export function changeStanding(world: World, room: Room, standing: Standing, by: Account): void {
  const before = room.info.standing;
  if (before === standing) return;
  room.info.standing = standing;
  const user = accountToWire(world.bot, true);
  world.push("my_chat_member", {
    chat: roomToWire(world, room),
    from: accountToWire(by, false),
    date: Math.floor(world.now() / 1000),
    old_chat_member: { user, status: wireStatus[before], until_date: 0 },
    new_chat_member: { user, status: wireStatus[standing], until_date: 0 },
  });
}

export interface GroupOptions {
  title: string;
  /** A negative number; made up when absent. */
  id?: number;
  /** With topics; such a group is a supergroup. */
  forum?: boolean;
  kind?: "group" | "supergroup";
  /** False by default: the bot then hears only what is meant for it, and cannot open topics or pin. */
  botIsAdmin?: boolean;
}

/** Makes a group with the bot in it. */
export function createGroup(world: World, options: GroupOptions): Room {
  const kind = options.forum ? "supergroup" : (options.kind ?? "group");
  const count = world.rooms.size;
  return world.addRoom({
    id: options.id ?? (kind === "group" ? -400_000 - count : -1_001_000_000_000 - count),
    kind,
    title: options.title,
    isForum: options.forum ?? false,
    standing: "member",
    botIsAdmin: options.botIsAdmin ?? false,
  });
}

/** Turns a group into a supergroup: it gets a new id, and the old one answers with it from now on. */
export function upgradeGroup(world: World, old: Room): Room {
  const { title, botIsAdmin } = old.info;
  const room = createGroup(world, { title, botIsAdmin, kind: "supergroup" });
  for (const member of old.members) room.members.add(member);
  const [by = world.bot.id] = old.members;
  const sender = { from: by, fromBot: false };
  deliver(world, old, { ...sender, service: { migrate_to_chat_id: room.id } });
  deliver(world, room, { ...sender, service: { migrate_from_chat_id: old.id } });
  old.info.migratedTo = room.id;
  return room;
}
