/**
 * The leading part of a message that is no part of the task. What stays is always a tail of the text,
 * character for character; when nothing would stay, all of it stays.
 */
import type { Mention } from "./mentions.ts";
import { delegations, greeting, separator, starting } from "./phrases.ts";
import { articles, placeBefore, projectWords } from "./vocabulary.ts";
import { leadingWish } from "./wishes.ts";
import type { Word } from "./words.ts";

export interface Leading {
  /** Offset at which the task begins. */
  readonly from: number;
  /** Somebody was told to do it: this is work, whatever else it sounds like. */
  readonly delegated: boolean;
}

/** Where the task begins. */
export function leading(text: string, words: readonly Word[], mentions: readonly Mention[]): Leading {
  let from = text.length - text.trimStart().length;
  let delegated = false;
  for (let before = -1; before !== from; ) {
    before = from;
    from += lengthOf(greeting, text.slice(from));
    const handedOn = longest(delegations, text.slice(from));
    delegated ||= handedOn > 0;
    from += handedOn;
    from += lengthOf(leadingWish, text.slice(from));
    from = afterProject(text, from, words, mentions);
  }
  return text.slice(from).trim() === "" ? { from: 0, delegated } : { from, delegated };
}

/** After "in the web app: "; unchanged when no separator parts the project from the work. */
function afterProject(
  text: string,
  from: number,
  words: readonly Word[],
  mentions: readonly Mention[],
): number {
  const start = from + lengthOf(starting, text.slice(from));
  const mention = mentions.find((one) => (words[one.first]?.start ?? -1) >= from);
  if (mention === undefined) return from;
  const prefix = words.filter((word, index) => word.start >= start && index < mention.first);
  if (!prefix.every(({ norm }) => placeBefore.has(norm) || articles.has(norm) || projectWords.has(norm)))
    return from;
  const next = words[mention.last + 1];
  const last = next !== undefined && projectWords.has(next.norm) ? next : words[mention.last];
  const end = last?.end ?? from;
  const parted = lengthOf(separator, text.slice(end));
  if (parted === 0 || mentions.some((other) => words[other.first]?.start === end + parted)) return from;
  return end + parted;
}

function longest(patterns: readonly RegExp[], text: string): number {
  return Math.max(...patterns.map((pattern) => lengthOf(pattern, text)));
}

function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}
