/** A turn that ended in an error: what happened in the API's words, and what can be done in ours. */
import type { EventOf } from "../../../protocol/events.ts";
import type { FailureKind } from "../../../protocol/failure.ts";
import { clip, code, draft } from "../../message/compose.ts";
import type { Button, Draft } from "../../message/draft.ts";
import { clock } from "../../message/words.ts";
import { attachButton, button, stopButton } from "../../sessions/buttons.ts";

/** Empty where nobody but the API's own words can say it. */
const remedies: Readonly<Record<FailureKind, string>> = {
  limit: "It can go on when the limit is lifted.",
  billing: "The account that Claude Code uses needs credit; then it can go on.",
  login: "Claude Code is not logged in: attach and type /login.",
  overloaded: "The API is overloaded, and Claude Code has given up trying. Later it can go on.",
  server: "The API has trouble, and Claude Code has given up trying. Later it can go on.",
  "context-full": "The conversation is full: attach and type /compact, or /clear and say the task anew.",
  "output-full": "Its answer was longer than it may be: attach and tell it to go on in smaller steps.",
  model: "That model is not to be had: attach and pick another with /model.",
  refused: "",
  unknown: "",
};

/** What passes by itself, or by something done elsewhere: the same request can succeed then. */
const mayPass: readonly FailureKind[] = [
  "limit",
  "billing",
  "overloaded",
  "server",
  "output-full",
  "unknown",
];

export function failed({ session, at, error, failure, lastMessage, attach }: EventOf<"failed">): Draft {
  // Claude Code has no name for every error; its last message then begins with what the API said.
  const named = error !== "" && error !== "unknown";
  const why = named ? error.replaceAll("_", " ") : clip(lastMessage.trim().split("\n")[0] || "unknown", 200);
  const resets = failure.resetsAt === null ? "" : `The limit is lifted ${clock(failure.resetsAt, at)}.`;
  return draft({
    lines: [
      `Session ${session.name} failed: ${why}. It stays open.`,
      resets || remedies[failure.kind],
      code(attach),
    ],
    long: { text: lastMessage, fileName: "last-message.md" },
    buttons: [
      ...(mayPass.includes(failure.kind) ? [goOnButtons(session.name, failure.resetsAt !== null)] : []),
      [attachButton(session.name), stopButton(session.name)],
    ],
  });
}

export function wentOn({ session, why, attach }: EventOf<"went-on">): Draft {
  if (why === null)
    return draft({ lines: [`${session.project}: the limit is lifted, and ${session.name} goes on.`] });
  return draft({
    lines: [
      `${session.project}: the limit is lifted, and I could not let ${session.name} go on: ${why}.`,
      code(attach),
    ],
    buttons: [goOnButtons(session.name, false), [attachButton(session.name), stopButton(session.name)]],
  });
}

function goOnButtons(session: string, limited: boolean): Button[] {
  const now = button("Go on", { action: "go-on", verb: "now" }, session);
  return limited ? [button("Resume then", { action: "go-on", verb: "then" }, session), now] : [now];
}
