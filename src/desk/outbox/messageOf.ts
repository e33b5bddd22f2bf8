/** A message of a session, on its way to where the session was asked for. */
import type { SessionView } from "../../protocol/session.ts";
import type { Draft } from "../message/draft.ts";
import { readOrigin } from "../message/origin.ts";
import type { OutItem } from "./outItem.ts";

/** A ping is loud; what only informs is silent. */
export type Loudness = "loud" | "silent";

/** Whoever sits at the session's terminal sees it there. */
export function loudnessFor({ attached = 0 }: Pick<SessionView, "attached">, loudness: Loudness): Loudness {
  return attached > 0 ? "silent" : loudness;
}

/** The same `id` is said once. */
export function messageOf(
  session: { name: string; origin: string },
  id: string,
  draft: Draft,
  loudness: Loudness,
): OutItem {
  const { chat, messageId, thread } = readOrigin(session.origin);
  const replyTo = messageId === undefined ? {} : { replyTo: messageId };
  const to = { chat, ...replyTo, ...(thread === undefined ? {} : { thread }) };
  return { kind: "send", id, ...to, silent: loudness === "silent", session: session.name, draft };
}
