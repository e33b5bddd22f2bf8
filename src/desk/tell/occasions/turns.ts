/** How a turn ended other than with success, and why a session stays open. Completions are in `report/`. Pure. */
import type { EventOf } from "../../../protocol/events.ts";
import type { SessionView } from "../../../protocol/session.ts";
import { clip, code, draft } from "../../message/compose.ts";
import type { Draft } from "../../message/draft.ts";
import { count, narrowScreen } from "../../message/words.ts";
import { attachButton, interruptButton, stopButton, waitButton, whyButton } from "../../sessions/buttons.ts";

export function background({ session, tasks, lastMessage, question }: EventOf<"background">): Draft {
  const running = `${count(tasks.length, "task")} still running`;
  return draft({
    lines: [
      question
        ? asksYou(session, `${running}.`)
        : `${session.project}: turn over, ${running}. I tell you when all is done.`,
      ...tasks.map((task) => `• ${clip(task, 200)}`),
    ],
    long: { text: lastMessage, fileName: "last-message.md" },
    ...(question ? { buttons: [[attachButton(session.name), stopButton(session.name)]] } : {}),
  });
}

export function sleeping({ session, wakeUps, lastMessage, question }: EventOf<"sleeping">): Draft {
  return draft({
    lines: [
      question
        ? asksYou(session, "It wakes up by itself, too.")
        : `${session.project}: turn over; it wakes up by itself.`,
      ...wakeUps.map((one) => `• ${clip(one, 200)}`),
    ],
    long: { text: lastMessage, fileName: "last-message.md" },
    buttons: [[stopButton(session.name)]],
  });
}

function asksYou({ name }: SessionView, more: string): string {
  return `Session ${name} asks you something. It stays open. ${more}`;
}

export function interrupted({ session, by }: EventOf<"interrupted">): Draft {
  const how = {
    desk: "somebody interrupted it at the desk. It stays open.",
    person: "it is interrupted, as you ordered. It stays open.",
    guardian: "it answered to Esc, and what it did is interrupted. It waits for you.",
  };
  return draft({
    lines: [`${session.project}: ${how[by ?? "desk"]}`],
    buttons: [[attachButton(session.name), stopButton(session.name)]],
  });
}

export function retrying({ session, said, attach }: EventOf<"retrying">): Draft {
  return draft({
    lines: [
      `${session.project}: the API keeps refusing, and Claude Code keeps trying by itself: ${clip(said, 200)}`,
      code(attach),
    ],
    buttons: [[attachButton(session.name), stopButton(session.name)]],
  });
}

/** It asks, and ends nothing: what does not move may still come back. */
export function stuck({ session, screen, attach, escaped }: EventOf<"stuck">): Draft {
  const tried = escaped ? "I pressed Esc, and nothing came of it." : "I leave it alone.";
  return draft({
    lines: [`Session ${session.name} seems stuck: nothing has moved for long. ${tried}`, code(attach)],
    long: { text: narrowScreen(screen), fileName: "screen.txt" },
    buttons: [
      [attachButton(session.name), whyButton(session.name)],
      [waitButton(session.name), interruptButton(session.name), stopButton(session.name)],
    ],
  });
}

export function kept({ session, why, attach }: EventOf<"kept">): Draft {
  return draft({
    lines: [`${session.project}: I leave the session open: ${why}.`, code(attach)],
    buttons: [[attachButton(session.name), whyButton(session.name), stopButton(session.name)]],
  });
}

export function verifyFailed({ session, command, output }: EventOf<"verified">): Draft {
  return draft({
    lines: [`Session ${session.name}: the verify command failed: ${clip(command, 200)}. It stays open.`],
    long: { text: output, fileName: "verify.txt" },
    buttons: [[attachButton(session.name), stopButton(session.name)]],
  });
}
