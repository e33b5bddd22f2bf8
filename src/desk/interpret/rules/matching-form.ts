/** The form of a message that cues are compared with; `IntentSpec` says what it looks like. */
import type { Mention } from "./mentions.ts";
import { articles, fillers, placeBefore, projectWords, towards } from "./vocabulary.ts";
import { between, type Word } from "./words.ts";

interface Piece {
  readonly text: string;
  readonly dense: boolean;
}

/** Of the text after the offset `from`. "Please stop the web app, ok?" with the project found: `stop PROJECT ok ?`. */
export function matchingForm(
  text: string,
  words: readonly Word[],
  mentions: readonly Mention[],
  from = 0,
): string {
  const pieces: Piece[] = [];
  const first = words.findIndex((word) => word.start >= from);
  for (let index = first < 0 ? words.length : first; index < words.length; index++) {
    const mention = mentions.find((one) => one.first <= index && index <= one.last);
    const word = words[index];
    if (mention !== undefined) {
      dropWhile(pieces, (piece) => articles.has(piece) || projectWords.has(piece));
      if (pieces.length > 1) dropWhile(pieces, (piece) => placeBefore.has(piece) || towards.has(piece), 1);
      pieces.push({ text: mention.session === undefined ? "PROJECT" : "SESSION", dense: false });
      index = mention.last;
      while (isEnding(text, words, index + 1) || projectWords.has(words[index + 1]?.norm ?? "")) index++;
    } else if (word !== undefined && isEnding(text, words, index)) {
      const stem = pieces.pop();
      pieces.push({ text: `${stem?.text ?? ""}${word.norm}`, dense: false });
    } else if (word !== undefined) {
      pieces.push({ text: word.norm, dense: word.dense });
    }
  }
  const telling = pieces.filter((piece) => !fillers.has(piece.text));
  const kept = telling.length > 0 ? telling : pieces;
  const question = /[?？¿]\s*$/.test(text) ? " ?" : "";
  return kept.reduce((form, piece, index) => form + gap(kept[index - 1], piece) + piece.text, "") + question;
}

/** The end of "what's" and "don't": half of the people type these without the apostrophe. */
function isEnding(text: string, words: readonly Word[], index: number): boolean {
  const ending = /^(?:s|t|re|ve|ll|m|d)$/.test(words[index]?.norm ?? "");
  return ending && /^['’]$/.test(between(text, words[index - 1], words[index]));
}

function gap(left: Piece | undefined, right: Piece): string {
  return left === undefined || (left.dense && right.dense) ? "" : " ";
}

function dropWhile(
  pieces: Piece[],
  matches: (text: string) => boolean,
  most = Number.POSITIVE_INFINITY,
): void {
  for (let dropped = 0; dropped < most && matches(pieces.at(-1)?.text ?? ""); dropped++) pieces.pop();
}
