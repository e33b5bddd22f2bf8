/** One thing to be said, as it lies in the outbox until Telegram has taken it. */
import { z } from "zod";
import { Draft } from "../message/draft.ts";

export const OutItem = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("send"),
    /** The same id is sent once. Edits name it to say which message they mean. */
    id: z.string(),
    chat: z.number(),
    thread: z.number().optional(),
    replyTo: z.number().optional(),
    silent: z.boolean(),
    /** The session it belongs to: a reply to it is meant for that session. */
    session: z.string().optional(),
    draft: Draft,
  }),
  z.object({
    kind: z.literal("edit"),
    /** `id` of the message that was sent. */
    of: z.string(),
    chat: z.number(),
    draft: Draft,
  }),
  /** A message that the bot knows by its place only, such as one with a button that was pressed. */
  z.object({ kind: z.literal("edit-at"), chat: z.number(), messageId: z.number(), draft: Draft }),
  /** The session is over, or what was asked is settled: the buttons mean nothing any more. */
  z.object({ kind: z.literal("drop-buttons"), of: z.string(), chat: z.number() }),
  z.object({ kind: z.literal("drop-buttons-at"), chat: z.number(), messageId: z.number() }),
  z.object({
    kind: z.literal("document"),
    id: z.string(),
    chat: z.number(),
    thread: z.number().optional(),
    /** `id` of the message that it belongs to. */
    of: z.string(),
    session: z.string().optional(),
    name: z.string(),
    content: z.string(),
  }),
]);
export type OutItem = z.infer<typeof OutItem>;

/** Two items with the same key say the same: a later edit takes the place of one that still waits. */
export function keyOf(item: OutItem): string {
  switch (item.kind) {
    case "send":
    case "document":
      return item.id;
    case "edit":
      return `edit:${item.of}`;
    case "drop-buttons":
      return `buttons:${item.of}`;
    case "drop-buttons-at":
      return `buttons:${item.chat}:${item.messageId}`;
    case "edit-at":
      return `edit:${item.chat}:${item.messageId}`;
  }
}

/** What changes a message that is there: it never makes a new one wait. */
export function isEdit(item: OutItem): boolean {
  return item.kind !== "send" && item.kind !== "document";
}
