/** What a session asks the person, of whatever kind. Pure. */
import type { Ask, EventOf } from "../../../protocol/events.ts";
import { clip, code, draft, type Rich } from "../../message/compose.ts";
import type { Draft } from "../../message/draft.ts";
import { narrowScreen } from "../../message/words.ts";
import { attachButton, stopButton } from "../../sessions/buttons.ts";

/** A longer question than this comes as a document beside its beginning: how to answer must stay in sight. */
const maxAsk = 3_000;

export function asked({ session, ask, attach }: EventOf<"asked">): Draft {
  const words = askWords(ask);
  const whole = words.lines.join("\n");
  const { lines, long } =
    whole.length <= maxAsk
      ? words
      : { lines: [clip(whole, maxAsk / 2)], long: words.long ?? { text: whole, fileName: "question.txt" } };
  return draft({
    lines: [`${session.project}: ${lines[0] ?? ""}`, ...lines.slice(1), "Answer at the desk:", code(attach)],
    ...(long ? { long } : {}),
    buttons: [[attachButton(session.name), stopButton(session.name)]],
  });
}

function askWords(ask: Ask): { lines: Rich[]; long?: { text: string; fileName: string } } {
  switch (ask.kind) {
    case "question":
      return {
        lines: ask.questions.flatMap(({ question, options }) => [
          question,
          ...options.map(({ label, description }) => `• ${label}${description ? `: ${description}` : ""}`),
        ]),
      };
    case "permission":
      return { lines: [`may it use ${ask.tool}?`, code(clip(ask.what, 1_000))] };
    case "plan":
      return {
        lines: ["it has a plan and waits for your word."],
        long: { text: ask.plan, fileName: "plan.md" },
      };
    case "elicitation":
      return { lines: [ask.message || "a tool asks for something."] };
    case "dialog":
      return {
        lines: [`Claude Code shows a dialog that only you can answer: ${ask.dialog}`],
        long: { text: narrowScreen(ask.screen), fileName: "screen.txt" },
      };
  }
}
