/** From what a terminal shows, with its attributes, to a reading. Pure, and careful: what it does not know it does not name. */
import { stripVTControlCharacters } from "node:util";
import { withoutGhostText } from "./ghostText.ts";
import type { ScreenReading } from "./screenReading.ts";
import type { ScreenTexts } from "./screenTexts.ts";
import { screenTexts } from "./versions/index.ts";

/** A request that is sent again is named in the last lines. */
const lastLines = 5;
/** The box is drawn between two rules of at least this many dashes, also in a narrow pane. */
const rule = /^\s*[─━]{20,}/;

export function readScreen(screen: string, texts: ScreenTexts = screenTexts()): ScreenReading {
  const lines = screen.split("\n").map(plain);
  const text = lines.join("\n").replace(/^\n+/, "").trimEnd();
  const { top, bottom } = boxOf(lines);
  const typed = top < 0 ? null : typedIn(screen.split("\n").slice(top + 1, bottom), texts);
  const turn = lastTurn(typed === null ? lines : lines.slice(0, top), texts);
  const footer = typed === null ? [] : lines.slice(bottom + 1);
  const said = lastSaid(turn, texts);
  const status = (count: number) => turn.slice(-count).filter((line) => texts.status.test(line));
  return {
    typed,
    dialog: (typed === null && texts.dialogs.find((one) => one.says.test(text))?.title) || null,
    menu: typed === null && lines.some((line) => texts.choice.test(line) || texts.keys.test(line)),
    working:
      turn.some((line) => texts.spinner.test(line)) || footer.some((line) => texts.interruptible.test(line)),
    retrying: firstMatch(status(lastLines), texts.retrying)?.[0].replace(/^[^\p{L}\d]+/u, "") ?? null,
    // What stands higher up was true when it was written.
    tasks: Number(firstMatch([...footer, ...status(2)], texts.tasks)?.[1] ?? 0),
    ...endingOf(turn, said, texts),
    text,
  };
}

function plain(line: string): string {
  return stripVTControlCharacters(line).trimEnd();
}

/** The two rules of the prompt box: the last two on the screen. `top` is negative where there is none. */
function boxOf(lines: readonly string[]): { top: number; bottom: number } {
  const bottom = lines.findLastIndex((line) => rule.test(line));
  const top = lines.slice(0, Math.max(0, bottom)).findLastIndex((line) => rule.test(line));
  return { top, bottom };
}

function typedIn(box: readonly string[], { prompt }: ScreenTexts): string | null {
  if (!plain(box[0] ?? "").startsWith(prompt)) return null;
  const [first = "", ...rest] = box.map((line) => plain(withoutGhostText(line)));
  return [first.slice(prompt.length), ...rest].join("\n").trim();
}

/** The conversation since the last prompt that is still on the screen. */
function lastTurn(lines: readonly string[], { prompt, choice }: ScreenTexts): string[] {
  const begin = lines.findLastIndex((line) => line.startsWith(`${prompt} `) && !choice.test(line));
  return lines.slice(begin + 1).filter((line) => line !== "");
}

/** The last thing with a bullet that is no call of a tool, with the lines that belong to it. */
function lastSaid(turn: readonly string[], { bullet }: ScreenTexts): string {
  const isCall = /^\S+ [A-Z]\w*\(/;
  const begin = turn.findLastIndex((line) => line.startsWith(`${bullet} `) && !isCall.test(line));
  if (begin < 0) return "";
  const [first = "", ...rest] = turn.slice(begin);
  const end = rest.findIndex((line) => !line.startsWith("  ") || /^\s*⎿/.test(line));
  return [first.slice(bullet.length), ...rest.slice(0, end < 0 ? rest.length : end)]
    .map((line) => line.trim())
    .join("\n")
    .slice(0, 2_000);
}

/** How it ended, and what was said last: an error that stands in the place of an answer is what was said. */
function endingOf(
  turn: readonly string[],
  said: string,
  texts: ScreenTexts,
): Pick<ScreenReading, "ended" | "said"> {
  // What Claude did or said last, and what came of it: whatever stands above went on.
  const begin = turn.findLastIndex((line) => line.startsWith(`${texts.bullet} `));
  const last = turn.slice(Math.max(0, begin));
  const told = last.findIndex((line) => texts.interrupted.test(line));
  // Where words follow, it is the words that say so: a message may show what an interruption looks like.
  if (told >= 0 && !last.slice(told + 1).some(isProse)) return { ended: "interrupted", said };
  const results = last.map((line) => line.replace(/^\s*⎿\s+/, ""));
  const error = [said, ...results].find((line) => texts.failed.test(line));
  return error === undefined ? { ended: null, said } : { ended: "failed", said: error };
}

/** A further line of what Claude says; what belongs to a result stands further in. */
function isProse(line: string): boolean {
  return /^ {2}[^\s⎿]/.test(line);
}

function firstMatch(lines: readonly string[], pattern: RegExp): RegExpExecArray | undefined {
  for (const line of lines) {
    const found = pattern.exec(line);
    if (found) return found;
  }
  return undefined;
}
