/** All methods of this server. A new one is a file beside this and a line here. */
import { deleteWebhook } from "./delete-webhook.ts";
import { getMe } from "./get-me.ts";
import { getUpdates } from "./get-updates.ts";
import type { Method } from "./method.ts";
import { sendMessage } from "./send-message.ts";

const all: readonly Method[] = [getMe, getUpdates, deleteWebhook, sendMessage];

const byName = new Map(all.map((method) => [method.name.toLowerCase(), method]));

/** The method of that name; capitals do not matter, as on the real server. */
export function findMethod(name: string): Method | undefined {
  return byName.get(name.toLowerCase());
}
