/** What every edit shares: which message may be edited, and that an edit must change something. */
import type { ChatId } from "../params/basics.ts";
import type { AnyMarkup } from "../params/markup.ts";
import { badRequest } from "../refusal.ts";
import { inlineRows } from "../text/buttons.ts";
import { findMessage, roomToWriteIn } from "../world/access.ts";
import { type Content, type FormattedText, type StoredMessage, withEdit } from "../world/message.ts";
import { messageToWire, type Wire } from "../world/wire.ts";
import type { Call } from "./method.ts";

const notModified =
  "message is not modified: specified new message content and reply markup are exactly the same as a current " +
  "content and reply markup of the message";

export interface Target {
  chat_id: ChatId;
  message_id: number;
  reply_markup?: AnyMarkup | undefined;
}

/**
 * Gives a message new content; without `reply_markup` its keyboard goes. `change` returns the new text, or
 * refuses because the message is of another kind.
 */
export function edit(call: Call, target: Target, change: (old: StoredMessage) => FormattedText): Wire {
  const { world, now } = call;
  const room = roomToWriteIn(world, target.chat_id);
  const old = findMessage(room, target.message_id, "message to edit");
  if (!old.fromBot || old.otherMarkup !== undefined || old.service !== undefined) {
    throw badRequest("message can't be edited");
  }
  const { text, entities } = change(old);
  const buttons = inlineRows(target.reply_markup);
  if (same(old, { text, entities, buttons })) throw badRequest(notModified);
  const edited = withEdit(old, { text, entities, buttons }, now);
  return messageToWire(world, room, world.replace(room, edited));
}

function same(a: Content, b: Content): boolean {
  const key = (c: Content): string =>
    JSON.stringify([c.text, c.entities.map(sorted), c.buttons.map((r) => r.map(sorted))]);
  return key(a) === key(b);
}

/** The fields in a fixed order, so that two equal objects read the same. */
function sorted(value: object): unknown {
  return Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => a.localeCompare(b));
}
