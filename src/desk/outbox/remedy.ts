/** What to do when Telegram does not take something: one table, from an error to a remedy. Pure. */
import { GrammyError, HttpError } from "grammy";

export type Remedy =
  /** It is as it should be already. */
  | { kind: "done" }
  | { kind: "retry"; afterMs: number }
  /** Telegram named the time: a call before it has passed makes it longer. */
  | { kind: "flood"; afterMs: number }
  | { kind: "send-new" }
  | { kind: "without-reply" }
  | { kind: "without-thread" }
  /** First without formatting, at last without buttons too. */
  | { kind: "plain-text" }
  /** Nobody knows why: a new message is tried once more as nothing but its text. */
  | { kind: "bare" }
  /** The chat has another id now. */
  | { kind: "migrated"; chat: number }
  /** Nothing can be written to this chat: the item stays on disk. */
  | { kind: "chat-closed" }
  /** The token is wrong: nothing works any more. */
  | { kind: "unauthorized" }
  | { kind: "give-up" };

/** Telegram or the network may be down for long: the wait grows to a minute and stays there. */
export function backOffMs(attempt: number): number {
  return Math.min(60_000, 500 * 2 ** Math.min(attempt, 10));
}

const by400: readonly [RegExp, Remedy][] = [
  [/message is not modified/i, { kind: "done" }],
  [/message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i, { kind: "send-new" }],
  [/message to be replied not found|replied message not found/i, { kind: "without-reply" }],
  [/message thread not found|TOPIC_CLOSED|TOPIC_DELETED/i, { kind: "without-thread" }],
  [/can't parse entities|entity|ENTITY/i, { kind: "plain-text" }],
  // Only files are forbidden here: the chat takes messages, and none must wait behind this one.
  [/not enough rights to send documents/i, { kind: "give-up" }],
  [
    /chat not found|not enough rights|CHAT_WRITE_FORBIDDEN|need administrator rights|have no rights/i,
    { kind: "chat-closed" },
  ],
];

export function remedyFor(error: unknown, attempt: number): Remedy {
  if (error instanceof HttpError) return { kind: "retry", afterMs: backOffMs(attempt) };
  if (!(error instanceof GrammyError)) return { kind: "give-up" };
  const { error_code, description, parameters } = error;
  if (parameters.migrate_to_chat_id !== undefined)
    return { kind: "migrated", chat: parameters.migrate_to_chat_id };
  if (error_code === 429) return { kind: "flood", afterMs: (parameters.retry_after ?? 5) * 1000 };
  if (error_code === 401) return { kind: "unauthorized" };
  if (error_code === 403) return { kind: "chat-closed" };
  if (error_code >= 500 || error_code === 409) return { kind: "retry", afterMs: backOffMs(attempt) };
  return by400.find(([says]) => says.test(description))?.[1] ?? { kind: "bare" };
}
