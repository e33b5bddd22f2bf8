/** What a screen says. Pure, and careful: what it does not know it does not name. */
import { stripVTControlCharacters } from "node:util";
import type { ScreenTexts } from "./screenTexts.ts";
import { claude21 } from "./versions/claude-2.1.ts";

export interface ScreenReading {
  /** The text in the prompt box; null when no prompt box is seen. */
  typed: string | null;
  /** The title of a known dialog. */
  dialog: string | null;
  /** The screen without blank lines at its ends, for showing. */
  text: string;
}

/** The box is drawn between two rules of at least this many dashes, also in a narrow pane. */
const rule = /^\s*[─━]{20,}/;

export function readScreen(screen: string, texts: ScreenTexts = claude21): ScreenReading {
  const lines = stripVTControlCharacters(screen)
    .split("\n")
    .map((line) => line.trimEnd());
  const text = lines.join("\n").replace(/^\n+/, "").trimEnd();
  const dialog = texts.dialogs.find((one) => one.says.test(text))?.title ?? null;
  return { typed: typedIn(lines, texts), dialog, text };
}

function typedIn(lines: readonly string[], texts: ScreenTexts): string | null {
  const bottom = lines.findLastIndex((line) => rule.test(line));
  const top = lines.slice(0, Math.max(0, bottom)).findLastIndex((line) => rule.test(line));
  const box = lines.slice(top + 1, bottom);
  const [first, ...rest] = box;
  if (top < 0 || !first?.startsWith(texts.prompt)) return null;
  return [first.slice(texts.prompt.length), ...rest].join("\n").trim();
}
