/**
 * A text as words that know where they stand in it. Scripts written without spaces (and Hangul, whose
 * particles stick to names) give one word per character, so that a name is found before its particle.
 */
import { normalise } from "./normalise.ts";

export interface Word {
  readonly norm: string;
  /** Offsets into the original text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** One character of a script that is written without spaces. */
  readonly dense: boolean;
}

const dense = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー々";
const pattern = new RegExp(`[${dense}]|(?:(?![${dense}])[\\p{L}\\p{M}\\p{N}])+`, "gu");
const isDense = new RegExp(`^[${dense}]$`, "u");

/** Splits at everything that is no letter or digit, and where the script changes. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(pattern)].map((match) => ({
    norm: normalise(match[0]),
    start: match.index,
    end: match.index + match[0].length,
    dense: isDense.test(match[0]),
  }));
}

/** What stands between two neighbours. */
export function between(text: string, left: Word | undefined, right: Word | undefined): string {
  return text.slice(left?.end ?? 0, right?.start ?? text.length);
}
