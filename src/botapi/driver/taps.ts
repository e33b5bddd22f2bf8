/** Tapping an inline button: found by its text or by its place, or a loud error that shows the keyboard. */

import { accountToWire } from "../world/account.ts";
import type { InlineButton, StoredMessage } from "../world/message.ts";
import type { CallbackQuery } from "../world/queries.ts";
import type { Room } from "../world/room.ts";
import { messageToWire } from "../world/wire.ts";
import type { World } from "../world/world.ts";

/** The text on the button, or its place counted from 0. */
export type ButtonChoice = string | { row: number; col: number };

/** The button; throws when there is none, or when two have the text. */
export function findButton(message: StoredMessage, choice: ButtonChoice): InlineButton {
  const found =
    typeof choice === "string"
      ? message.buttons.flat().filter((button) => button.text === choice)
      : [message.buttons[choice.row]?.[choice.col]].filter((button) => button !== undefined);
  const [button, second] = found;
  if (button !== undefined && second === undefined) return button;
  const shown =
    message.buttons.map((row) => row.map((b) => `[${b.text}]`).join(" ")).join("\n") || "(no buttons)";
  const wanted = typeof choice === "string" ? `"${choice}"` : `at row ${choice.row}, col ${choice.col}`;
  const problem = second === undefined ? "no button" : "more than one button";
  throw new Error(
    `${problem} ${wanted} under message ${message.id} ("${message.text.slice(0, 80)}"):\n${shown}`,
  );
}

/** Sends the tap to the bot; the returned query shows its answer once there is one. */
export function tap(
  world: World,
  room: Room,
  message: StoredMessage,
  choice: ButtonChoice,
  from: number,
): CallbackQuery {
  const button = findButton(message, choice);
  if (button.callback_data === undefined)
    throw new Error(`the button "${button.text}" tells the bot nothing`);
  const person = world.accounts.get(from) ?? { id: from, firstName: "?" };
  const id = world.queries.nextId();
  const updateId = world.push("callback_query", {
    id,
    from: accountToWire(person, false),
    message: messageToWire(world, room, message),
    chat_instance: String(room.id),
    data: button.callback_data,
  });
  const query: CallbackQuery = {
    id,
    chatId: room.id,
    messageId: message.id,
    from,
    data: button.callback_data,
    at: world.now(),
    updateId,
  };
  world.queries.add(query);
  return query;
}
