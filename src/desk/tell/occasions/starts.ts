/** How a session begins, waits for its turn, or does not come to life. Pure. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { EventOf } from "../../../protocol/events.ts";
import { draft } from "../../message/compose.ts";
import type { Draft } from "../../message/draft.ts";
import { readOrigin } from "../../message/origin.ts";
import { narrowScreen } from "../../message/words.ts";
import { attachButton, button, statusButton, stopButton } from "../../sessions/buttons.ts";
import { leftoverButtons, leftoverLines } from "../../sessions/leftovers.ts";

/**
 * The three lines of the walk-through, and below them what else is to be known. A conversation that goes on belongs
 * where it began: it is in no wrong project.
 */
export function launched({ session, attach, notes, resumes }: EventOf<"launched">): Draft {
  const { name, origin } = session;
  const former = resumes?.session ?? "";
  const left = resumes?.leftovers ?? [];
  const { attempt, of } = resumes?.guard ?? {};
  const byGuardian = attempt === undefined ? "" : ` (it crashed; resumed, ${attempt} of ${of})`;
  return draft({
    lines: [
      `Session launched: ${name}`,
      new FormattedString("Drop in: ").code(attach),
      "Detach with Ctrl+B D to let it keep working.",
      resumes ? `It goes on with the conversation of ${former}${byGuardian}.` : "",
      readOrigin(origin).remark ?? "",
      ...notes,
      left.length > 0 ? "Of that one still runs:" : "",
      ...leftoverLines(left),
    ],
    buttons: [
      [attachButton(name), statusButton(name)],
      [
        ...(resumes
          ? leftoverButtons(former, left)
          : [button("Wrong project", { action: "wrong", verb: "ask" }, name)]),
        stopButton(name),
      ],
    ],
  });
}

export function queued({ session, why }: EventOf<"queued">): Draft {
  return draft({ lines: [`Queued: ${session.name}`, why], buttons: [[stopButton(session.name)]] });
}

export function notStarted({ session, why, screen }: EventOf<"not-started">): Draft {
  return draft({
    lines: [
      `Session ${session.name} did not start: ${why}`,
      "Nothing of it runs. Your task is kept; send it again when this is mended.",
    ],
    long: { text: narrowScreen(screen), fileName: "screen.txt" },
  });
}
