/** The questions a launch may have to ask, as messages with buttons. */

import type { Leftover } from "../../protocol/leftover.ts";
import type { Project } from "../../protocol/project.ts";
import type { SessionView } from "../../protocol/session.ts";
import { clip, code, draft } from "../message/compose.ts";
import type { Button, Draft } from "../message/draft.ts";
import { press } from "../message/press.ts";
import { stateWords } from "../message/words.ts";
import { resumeButton } from "../sessions/buttons.ts";
import { leftoverButtons, leftoverLines } from "../sessions/leftovers.ts";
import type { LaunchDraft } from "./launchDraft.ts";
import { projectChoice } from "./projectChoice.ts";

const action = "launch";

const cancel = (id: string): Button => press("Cancel", { action, verb: "cancel", argument: id });

export function askProject({ id, candidates, task }: LaunchDraft, projects: readonly Project[]): Draft {
  const likely = candidates.flatMap((slug) => projects.find((one) => one.slug === slug) ?? []);
  const offered = likely.length > 0 ? likely : projects;
  const { rows, hint } = projectChoice(offered, ({ slug }) => ({
    action,
    verb: "project",
    argument: `${id} ${slug}`,
  }));
  const others = offered.length < projects.length;
  return draft({
    lines: [
      likely.length === 1 ? `Start this as new work in ${likely[0]?.name}?` : "Which project?",
      quoteTask(task),
      hint,
    ],
    buttons: [
      ...rows,
      [...(others ? [press("Another", { action, verb: "other", argument: id })] : []), cancel(id)],
    ],
  });
}

export function askBusy({ id, project = "", resumes }: LaunchDraft, sessions: readonly SessionView[]): Draft {
  return draft({
    lines: [
      `${project} is busy:`,
      ...sessions.map((one) => `${one.name}: ${stateWords(one)}`),
      `${resumes ? "Go on" : "Start the new task"} beside it, in the same folder, or after it?`,
    ],
    buttons: [
      [
        press("Beside it", { action, verb: "beside", argument: id }),
        press("After it", { action, verb: "after", argument: id }),
        cancel(id),
      ],
    ],
  });
}

/** The modes offered, in the words of what they mean for the person. */
const modes: readonly { mode: string; label: string }[] = [
  { mode: "acceptEdits", label: "Edit files, ask for commands" },
  { mode: "manual", label: "Ask before everything" },
  { mode: "plan", label: "Plan first" },
  { mode: "bypassPermissions", label: "Never ask (bypass)" },
];

export function askMode({ id }: LaunchDraft): Draft {
  return draft({
    lines: [
      "How much may Claude Code do without asking? I ask this once; CLAUDE_PERMISSION_MODE or a project's settings can say it too.",
      "“Never ask” lets it run every command on this machine as you.",
    ],
    buttons: [
      ...modes.map(({ mode, label }) => [
        press(
          label,
          { action, verb: "mode", argument: `${id} ${mode}` },
          mode === "bypassPermissions" ? "danger" : undefined,
        ),
      ]),
      [cancel(id)],
    ],
  });
}

export function askConsent({ id }: LaunchDraft): Draft {
  return draft({
    lines: [
      "This session would skip every permission question: Claude Code could run any command on this machine as you. Start it so?",
    ],
    buttons: [[press("Yes, never ask", { action, verb: "consent", argument: id }, "danger"), cancel(id)]],
  });
}

export function refused(why: string): Draft {
  return draft({ lines: [`Not started: ${why}`] });
}

/** Claude Code of the session that should go on still runs. */
export function stillRuns(session: string, leftovers: readonly Leftover[]): Draft {
  return draft({
    lines: [
      `Not resumed: ${session} is over, and its Claude Code still runs. Two must not work on one conversation.`,
      ...leftoverLines(leftovers),
    ],
    buttons: [[...leftoverButtons(session, leftovers), resumeButton(session)]],
  });
}

export function cancelled(task: string): Draft {
  return draft({ lines: ["Cancelled. Nothing was started.", quoteTask(task)] });
}

function quoteTask(task: string) {
  return code(clip(task.replaceAll(/\s+/g, " "), 200));
}
