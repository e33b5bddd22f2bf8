/** What every send does before and after its own content: chat, topic, reply, keyboard, sound. */
import type { Sending } from "../params/sending.ts";
import { badRequest } from "../refusal.ts";
import { inlineRows } from "../text/buttons.ts";
import { checkThread, roomToWriteIn } from "../world/access.ts";
import type { Room } from "../world/room.ts";
import { messageToWire, type Wire } from "../world/wire.ts";
import type { Draft } from "../world/world.ts";
import type { Call } from "./method.ts";

/** Checks where the message goes; `content` is asked for only then, so the errors come in Telegram's order. */
export function send(call: Call, to: Sending, content: () => Partial<Draft>): Wire {
  const { world, now } = call;
  const body = content();
  const room = roomToWriteIn(world, to.chat_id);
  checkThread(room, to.message_thread_id);
  const replyTo = replyTarget(room, to);
  const draft: Draft = {
    ...body,
    ...keyboard(to),
    from: world.bot.id,
    fromBot: true,
    at: now,
    silent: to.disable_notification === true,
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(to.message_thread_id ? { threadId: to.message_thread_id } : {}),
  };
  return messageToWire(world, room, world.post(room, draft));
}

function keyboard(to: Sending): Partial<Draft> {
  const markup = to.reply_markup;
  if (markup === undefined) return {};
  return "inline_keyboard" in markup ? { buttons: inlineRows(markup) } : { otherMarkup: { ...markup } };
}

function replyTarget(room: Room, to: Sending): number | undefined {
  const reply = to.reply_parameters;
  if (reply === undefined) return undefined;
  if (reply.chat_id !== undefined && Number(reply.chat_id) !== room.id) {
    throw badRequest("replies into another chat are not supported by this server");
  }
  const target = room.message(reply.message_id);
  if (target === undefined) {
    if (reply.allow_sending_without_reply) return undefined;
    throw badRequest("message to be replied not found");
  }
  if (reply.quote !== undefined && !target.text.includes(reply.quote)) throw badRequest("QUOTE_TEXT_INVALID");
  return target.id;
}
