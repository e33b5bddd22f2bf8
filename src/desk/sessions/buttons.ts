/** The buttons under messages of a session. An argument is the session's token: names are too long for one. */
import type { Button } from "../message/draft.ts";
import { press, tokenOf } from "../message/press.ts";

/** `verb` says what the action does with it. */
export function button(label: string, to: { action: string; verb: string }, session: string): Button {
  return press(label, { ...to, argument: tokenOf(session) });
}

export const attachButton = (session: string): Button =>
  button("Attach", { action: "attach", verb: "show" }, session);

export const statusButton = (session: string): Button =>
  button("Status", { action: "status", verb: "show" }, session);

/** Goes on with the conversation of a session that is over. */
export const resumeButton = (session: string): Button =>
  button("Resume", { action: "resume", verb: "go" }, session);

export const stopButton = (session: string): Button =>
  button("Stop", { action: "stop", verb: "ask" }, session);

/** Presses Escape in it. */
export const interruptButton = (session: string): Button =>
  button("Interrupt", { action: "interrupt", verb: "now" }, session);

/** Leaves it as it is. */
export const waitButton = (session: string): Button =>
  button("Wait", { action: "interrupt", verb: "wait" }, session);

/** Under what somebody may doubt. */
export const whyButton = (session: string): Button => button("Why", { action: "why", verb: "show" }, session);
