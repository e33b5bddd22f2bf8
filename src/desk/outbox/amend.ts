/** What becomes of an item that Telegram did not take: the item to try next, and when. Pure. */
import type { Draft } from "../message/draft.ts";
import { isEdit, keyOf, type OutItem } from "./outItem.ts";
import type { Remedy } from "./remedy.ts";

export interface Again {
  item: OutItem;
  ms: number;
  /** True when no other call may be made meanwhile either. */
  held?: boolean;
}

/** A chat that was closed to the bot may open again: looked at this often. */
const closedChatMs = 600_000;

/** Undefined when nothing is left to try. `sessionOf` knows the session of a sent message by its id. */
export function amend(
  item: OutItem,
  remedy: Remedy,
  sessionOf: (id: string) => string | undefined,
): Again | undefined {
  switch (remedy.kind) {
    case "done":
    case "give-up":
      return undefined;
    case "retry":
      return { item, ms: remedy.afterMs };
    case "flood":
      return { item, ms: remedy.afterMs, held: true };
    case "chat-closed":
    case "unauthorized":
      return { item, ms: closedChatMs };
    case "migrated":
      // Messages of the old group can be neither edited nor replied to in the new one.
      if (isEdit(item)) return sayAnew(item, remedy.chat, sessionOf);
      return now({ ...item, chat: remedy.chat, ...(item.kind === "send" ? { replyTo: undefined } : {}) });
    case "without-reply":
      return now(item.kind === "send" ? { ...item, replyTo: undefined } : item);
    case "without-thread":
      return now(item.kind === "send" || item.kind === "document" ? { ...item, thread: undefined } : item);
    case "plain-text":
      return "draft" in item ? plainer(item, item.draft) : undefined;
    case "bare":
      return item.kind === "send" ? bare(item, item.draft) : undefined;
    case "send-new":
      return sayAnew(item, item.chat, sessionOf);
  }
}

function now(item: OutItem): Again {
  return { item, ms: 0 };
}

/** First without formatting, at last without buttons too. */
function plainer(item: Extract<OutItem, { draft: Draft }>, draft: Draft): Again | undefined {
  return draft.entities.length > 0 ? now({ ...item, draft: { ...draft, entities: [] } }) : bare(item, draft);
}

function bare(item: Extract<OutItem, { draft: Draft }>, draft: Draft): Again | undefined {
  if (draft.entities.length === 0 && draft.buttons.length === 0) return undefined;
  return now({ ...item, draft: { ...draft, entities: [], buttons: [] } });
}

/** What an edit should have shown becomes a message of its own; buttons to drop are gone with the old one. */
function sayAnew(
  item: OutItem,
  chat: number,
  sessionOf: (id: string) => string | undefined,
): Again | undefined {
  if (item.kind !== "edit" && item.kind !== "edit-at") return undefined;
  const id = item.kind === "edit" ? item.of : `again:${keyOf(item)}:${item.messageId}`;
  return now({ kind: "send", id, chat, silent: true, session: sessionOf(id), draft: item.draft });
}
