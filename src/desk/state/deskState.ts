/** The desk's small memory (lowdb): which message belongs to what, what was handled, what waits for an answer. */
import { join } from "node:path";
import { z } from "zod";
import type { Logger } from "../../logger.ts";
import { type JsonDocument, openDocument } from "../../storage/document.ts";
import { LaunchDraft } from "../launching/launchDraft.ts";
import { Report } from "../report/report.ts";

const Place = z.object({ chat: z.number(), messageId: z.number() });

const State = z.object({
  version: z.literal(1),
  /** Updates that were handled, oldest first: Telegram repeats some after a crash. */
  handled: z.array(z.number()),
  /** Outgoing items that Telegram has taken, by their id, oldest first. */
  sent: z.record(z.string(), Place.extend({ session: z.string().optional() })),
  /** Requests that wait for a tap. */
  pending: z.record(z.string(), LaunchDraft),
  /** Completions, so that facts and sentences can be added to them. */
  reports: z.record(z.string(), Report),
  /** The permission mode somebody chose once, when CLAUDE_PERMISSION_MODE is not set. */
  permissionMode: z.string().nullable(),
  /** Somebody consented to sessions that never ask. */
  bypassConsent: z.boolean(),
  /** What the command menu was last set to. */
  menu: z.string(),
});
export type StateData = z.infer<typeof State>;
export type DeskState = JsonDocument<StateData>;

const empty: StateData = {
  version: 1,
  handled: [],
  sent: {},
  pending: {},
  reports: {},
  permissionMode: null,
  bypassConsent: false,
  menu: "",
};

export function openDeskState(home: string, log: Logger): Promise<DeskState> {
  return openDocument(
    join(home, "desk.json"),
    State,
    structuredClone(empty),
    (error) => log.error({ err: error }, "desk.json cannot be used; it is set aside and begun anew"),
    // A full disk must neither hold a ping back nor undo a launch: the change holds in memory.
    (error) => log.error({ err: error }, "desk.json could not be written; it goes on from memory"),
  );
}

/** How many of each kind are remembered: months of use, and a file that is written in a millisecond. */
const remembered = { handled: 500, sent: 1_000, pending: 100, reports: 100 };

/** Drops the oldest of what has grown too long. Objects keep the order in which keys were added. */
export function trim(data: StateData): void {
  data.handled = data.handled.slice(-remembered.handled);
  for (const name of ["sent", "pending", "reports"] as const) {
    const keys = Object.keys(data[name]);
    for (const key of keys.slice(0, Math.max(0, keys.length - remembered[name]))) delete data[name][key];
  }
}

/** The session that a message belongs to. */
export function sessionOfMessage(
  data: StateData,
  chat: number,
  messageId: number | undefined,
): string | undefined {
  if (messageId === undefined) return undefined;
  return Object.values(data.sent).find((one) => one.chat === chat && one.messageId === messageId)?.session;
}
