/** Waiting for something to happen on the server, without polling. */

import type { Changes } from "../world/changes.ts";
import type { StoredMessage } from "../world/message.ts";
import type { Chat } from "./chat.ts";

export interface WaitOptions {
  /** 60000 by default: a busy machine is no failure. */
  timeoutMs?: number;
  /** What is waited for, in words, for the error. */
  what?: string;
}

/**
 * Resolves with the first thing that `look` finds, now or after a change; rejects when time is up, with what
 * `describe` says then.
 */
export function waitUntil<T>(
  changes: Changes,
  look: () => T | undefined,
  describe: () => string,
  { timeoutMs = 60_000, what = "what was waited for" }: WaitOptions,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      unwatch();
      settle();
    };
    const lookAgain = (): void => {
      try {
        const found = look();
        if (found !== undefined) finish(() => resolve(found));
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const timer = setTimeout(() => {
      finish(() => reject(new Error(`no ${what} within ${timeoutMs} ms. ${describe()}`)));
    }, timeoutMs);
    const unwatch = changes.watch(lookAgain);
    lookAgain();
  });
}

/** The newest message that matches, at once when there is one. An error shows the chat. */
export function waitForMessage(
  changes: Changes,
  chat: Chat,
  predicate: (message: StoredMessage) => boolean,
  options: WaitOptions,
): Promise<StoredMessage> {
  const look = (): StoredMessage | undefined => chat.messages.findLast((message) => predicate(message));
  return waitUntil(changes, look, () => `The chat:\n${chat.print()}`, options);
}
