/** The events of a session as messages, each one a pure function. Completions are in `report/`. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Ask, EventOf } from "../../protocol/events.ts";
import type { Leftover } from "../../protocol/leftover.ts";
import { clip, code, draft, type Rich } from "../message/compose.ts";
import type { Button, Draft } from "../message/draft.ts";
import { readOrigin } from "../message/origin.ts";
import { press, tokenOf } from "../message/press.ts";
import { count, narrowScreen } from "../message/words.ts";
import { details, headline } from "../report/facts.ts";

type To = { action: string; verb: string };
const attachTo: To = { action: "attach", verb: "show" };
const button = (label: string, to: To, session: string): Button =>
  press(label, { ...to, argument: tokenOf(session) });
const statusButton = (session: string) => button("Status", { action: "status", verb: "show" }, session);
const stopButton = (session: string) => button("Stop", { action: "stop", verb: "ask" }, session);
const attachButton = (session: string) => button("Attach", attachTo, session);

/** The three lines of the walk-through, and below them what else is to be known. */
export function launched({ session, attach, notes }: EventOf<"launched">): Draft {
  const { name, origin } = session;
  return draft({
    lines: [
      `Session launched: ${name}`,
      new FormattedString("Drop in: ").code(attach),
      "Detach with Ctrl+B D to let it keep working.",
      readOrigin(origin).remark ?? "",
      ...notes,
    ],
    buttons: [
      [attachButton(name), statusButton(name)],
      [button("Wrong project", { action: "wrong", verb: "ask" }, name), stopButton(name)],
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

export function background({ session, tasks, lastMessage }: EventOf<"background">): Draft {
  return draft({
    lines: [
      `${session.project}: turn over, ${count(tasks.length, "task")} still running. I tell you when all is done.`,
      ...tasks.map((task) => `• ${clip(task, 200)}`),
    ],
    long: { text: lastMessage, fileName: "last-message.md" },
  });
}

export function sleeping({ session, wakeUps, lastMessage }: EventOf<"sleeping">): Draft {
  return draft({
    lines: [
      `${session.project}: turn over; it wakes up by itself.`,
      ...wakeUps.map((one) => `• ${clip(one, 200)}`),
    ],
    long: { text: lastMessage, fileName: "last-message.md" },
    buttons: [[stopButton(session.name)]],
  });
}

export function failed({ session, error, lastMessage, attach }: EventOf<"failed">): Draft {
  // Claude Code has no name for every error; its last message then begins with what the API said.
  const named = error !== "" && error !== "unknown";
  const why = named ? error.replaceAll("_", " ") : clip(lastMessage.trim().split("\n")[0] || "unknown", 200);
  return draft({
    lines: [`Session ${session.name} failed: ${why}. It stays open.`, code(attach)],
    long: { text: lastMessage, fileName: "last-message.md" },
    buttons: [[attachButton(session.name), stopButton(session.name)]],
  });
}

export function interrupted({ session }: EventOf<"interrupted">): Draft {
  return draft({
    lines: [`${session.project}: somebody interrupted it at the desk. It stays open.`],
    buttons: [[attachButton(session.name), stopButton(session.name)]],
  });
}

export function stuck({ session, screen, attach }: EventOf<"stuck">): Draft {
  return draft({
    lines: [
      `Session ${session.name} seems stuck: nothing has moved for long. I leave it alone.`,
      code(attach),
    ],
    long: { text: narrowScreen(screen), fileName: "screen.txt" },
    buttons: [[attachButton(session.name), stopButton(session.name)]],
  });
}

export function exited({
  session,
  code: exitCode,
  why,
  tail,
  facts,
  resume,
  leftovers,
}: EventOf<"exited">): Draft {
  const how = exitCode === null ? `is gone. ${why}` : exitWords(exitCode);
  return draft({
    lines: [
      `Session ${session.name} ${how}`,
      headline(facts),
      details(facts),
      code(resume),
      ...leftoverLines(leftovers),
    ],
    long: { text: tail, fileName: "terminal.txt" },
    buttons: leftoverButtons(session.name, leftovers),
  });
}

function exitWords(exitCode: number): string {
  if (exitCode === 0) return "was closed: Claude Code exited.";
  if (exitCode > 128) return `was ended by a signal: Claude Code exited with code ${exitCode}.`;
  return `ended with an error: Claude Code exited with code ${exitCode}.`;
}

export function kept({ session, why, attach }: EventOf<"kept">): Draft {
  return draft({
    lines: [`${session.project}: I leave the session open: ${why}.`, code(attach)],
    buttons: [[attachButton(session.name), stopButton(session.name)]],
  });
}

export function verifyFailed({ session, command, output }: EventOf<"verified">): Draft {
  return draft({
    lines: [`Session ${session.name}: the verify command failed: ${clip(command, 200)}. It stays open.`],
    long: { text: output, fileName: "verify.txt" },
    buttons: [[attachButton(session.name), stopButton(session.name)]],
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
    buttons: leftoverButtons(session.name, leftovers),
  });
}

function leftoverLines(leftovers: readonly Leftover[]): string[] {
  return leftovers.map(({ pid, command }) => `• ${pid} ${clip(command, 120)}`);
}

function leftoverButtons(session: string, leftovers: readonly Leftover[]): Button[][] {
  return leftovers.length === 0 ? [] : [[button("End them", { action: "leftovers", verb: "end" }, session)]];
}
