/** How a session is over, and what it left. Pure. */
import type { EventOf } from "../../../protocol/events.ts";
import { code, draft } from "../../message/compose.ts";
import type { Draft } from "../../message/draft.ts";
import { details, headline } from "../../report/facts.ts";
import { leftoverButtons, leftoverLines } from "../../sessions/leftovers.ts";
import { guardLine, resumeButtons } from "./guard.ts";

export function exited({
  session,
  code: exitCode,
  why,
  tail,
  facts,
  resume,
  leftovers,
  guard,
}: EventOf<"exited">): Draft {
  const how = exitCode === null ? `is gone. ${why}` : exitWords(exitCode);
  return draft({
    lines: [
      `Session ${session.name} ${how}`,
      headline(facts),
      details(facts),
      guardLine(guard),
      code(resume),
      ...leftoverLines(leftovers),
    ],
    long: { text: tail, fileName: "terminal.txt" },
    buttons: [[...leftoverButtons(session.name, leftovers), ...resumeButtons(session.name, guard)]],
  });
}

function exitWords(exitCode: number): string {
  if (exitCode === 0) return "was closed: Claude Code exited.";
  if (exitCode > 128) return `was ended by a signal: Claude Code exited with code ${exitCode}.`;
  return `ended with an error: Claude Code exited with code ${exitCode}.`;
}

export function orphans({ session, leftovers }: EventOf<"orphans">): Draft {
  return draft({
    lines: [`Session ${session.name} is over, and this of it still runs:`, ...leftoverLines(leftovers)],
    buttons: [leftoverButtons(session.name, leftovers)],
  });
}

/** Undefined when there is nothing to say: an end that left nothing is shown on the messages that are there. */
export function closed({ session, leftovers }: EventOf<"closed">): Draft | undefined {
  if (leftovers.length === 0) return undefined;
  return draft({
    lines: [
      `Session ${session.name} is ended; what it detached on purpose still runs:`,
      ...leftoverLines(leftovers),
    ],
    buttons: [leftoverButtons(session.name, leftovers)],
  });
}
