/** What the guardian did, or will do, about a session that crashed or froze. Pure. */
import type { EventOf, Guarding } from "../../../protocol/events.ts";
import { draft } from "../../message/compose.ts";
import type { Button, Draft } from "../../message/draft.ts";
import { duration } from "../../message/words.ts";
import { button, resumeButton } from "../../sessions/buttons.ts";
import { leftoverButtons, leftoverLines } from "../../sessions/leftovers.ts";

/** For the message that tells of the end; empty where there is no guardian. */
export function guardLine(guard: Guarding | undefined): string {
  if (!guard) return "";
  if (guard.does === "give-up")
    return `I have resumed this conversation ${guard.of === 1 ? "once" : `${guard.of} times`} in a row; it is yours now.`;
  return `I resume it in ${duration(guard.afterMs)} (${guard.attempt} of ${guard.of}).`;
}

/** Under it: a person need not wait, and may decide otherwise. */
export function resumeButtons(session: string, guard: Guarding | undefined): Button[] {
  if (guard?.does !== "resume") return [resumeButton(session)];
  return [
    button("Resume now", { action: "resume", verb: "go" }, session),
    button("Leave it", { action: "resume", verb: "leave" }, session),
  ];
}

export function notResumed({ session, why, leftovers }: EventOf<"not-resumed">): Draft {
  return draft({
    lines: [`I could not resume ${session.name}: ${why}`, ...leftoverLines(leftovers)],
    buttons: [[...leftoverButtons(session.name, leftovers), resumeButton(session.name)]],
  });
}

export function escaped({ session }: EventOf<"escaped">): Draft {
  return draft({ lines: [`${session.project}: nothing has moved for long. I pressed Esc, once.`] });
}
