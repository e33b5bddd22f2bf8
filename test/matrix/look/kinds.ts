/**
 * What the bot said, by its words alone: the matrix looks at the chat as a person does and knows nothing of the
 * outbox. A message that no line knows is `unknown`, and fails the run that it turns up in.
 */
import type { StoredMessage } from "../../../src/botapi/world/message.ts";

/** First match wins. Talk answers the person and tells of no session by itself. */
const lines = [
  ["talk", /^Stop \S+\?|is stopped\.|is busy|is on its way|^Restarted|^Cannot end/],
  ["launched", /^Session launched: /],
  ["queued", /^Queued: /],
  ["not-started", /^Session \S+ did not start: /],
  ["reply", /^Session \S+ asks you something/],
  ["finished", /^Session \S+ (complete|seems complete|ended without success)/],
  ["background", /turn over, \d+ tasks? still running/],
  ["sleeping", /turn over; it wakes up by itself/],
  ["retrying", /retrying|keeps trying/],
  ["failed", /^Session \S+ failed: /],
  ["interrupted", /somebody interrupted it at the desk/],
  ["stuck", /^Session \S+ seems stuck/],
  ["exited", /^Session \S+ (was closed: Claude Code exited|was ended by a signal|ended with an error)/],
  ["lost", /^Session \S+ is gone\./],
  ["kept", /I leave the session open/],
  ["orphans", /^Session \S+ is over, and this of it still runs/],
  ["left-over", /^Session \S+ is ended; what it detached/],
  ["permission", /: may it use /],
  ["plan", /: it has a plan and waits/],
  ["dialog", /shows a dialog that only you can answer/],
  ["question", /\nAnswer at the desk:/],
] as const satisfies readonly (readonly [string, RegExp])[];

export type Kind = (typeof lines)[number][0] | "unknown";

/** Kinds that make no sound. */
const silent: ReadonlySet<Kind> = new Set(["background", "sleeping", "interrupted", "kept", "left-over"]);
/** Kinds that ask for an answer: where no hook tells what is asked, any of them will do. */
export const askKinds: ReadonlySet<Kind> = new Set(["question", "permission", "plan", "dialog"]);

export function isSilentKind(kind: Kind): boolean {
  return silent.has(kind);
}

/** The kind of a message as it was sent; undefined for the documents that go with one. */
export function kindOf({ media, original }: StoredMessage): Kind | undefined {
  if (media !== undefined && original.text === "") return undefined;
  return lines.find(([, words]) => words.test(original.text))?.[0] ?? "unknown";
}
