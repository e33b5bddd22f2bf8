/** Waiting for something to appear in a chat, without polling. */
import type { StoredMessage } from "../world/message.ts";
import type { World } from "../world/world.ts";
import type { Chat } from "./chat.ts";

export interface WaitOptions {
  /** 5000 by default. */
  timeoutMs?: number;
  /** What is waited for, in words, for the error. */
  what?: string;
}

/** The newest message that matches, at once when there is one. An error shows the chat. */
export function waitForMessage(
  world: World,
  chat: Chat,
  predicate: (message: StoredMessage) => boolean,
  options: WaitOptions,
): Promise<StoredMessage> {
  const { timeoutMs = 5000, what = "a matching message" } = options;
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      unwatch();
      settle();
    };
    const look = (): void => {
      try {
        const found = chat.messages.findLast(predicate);
        if (found !== undefined) finish(() => resolve(found));
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const timer = setTimeout(() => {
      finish(() => reject(new Error(`no ${what} within ${timeoutMs} ms. The chat:\n${chat.print()}`)));
    }, timeoutMs);
    const unwatch = world.changes.watch(look);
    look();
  });
}
