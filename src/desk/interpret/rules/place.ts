/**
 * How strongly a mention says that the work belongs there. With two projects named, the strongest decides;
 * among equals nothing does.
 */
import type { Mention } from "./mentions.ts";
import { articles, comparing, conjunctions, placeAfter, placeBefore, projectWords } from "./vocabulary.ts";
import { between, type Word } from "./words.ts";

/** `lead`: "webapp: ..."; `place`: "in the webapp"; `bare`: named; `compared`: "like in the webapp". */
export type Strength = "lead" | "place" | "bare" | "compared";

/** One strength per mention, in the same order. */
export function strengths(text: string, words: readonly Word[], mentions: readonly Mention[]): Strength[] {
  const found: Strength[] = [];
  for (const [index, mention] of mentions.entries()) {
    const previous = mentions[index - 1];
    const joined = previous !== undefined && isJoined(text, words, previous, mention);
    found.push(joined ? (found[index - 1] ?? "bare") : strengthOf(text, words, mention));
  }
  return found;
}

function strengthOf(text: string, words: readonly Word[], mention: Mention): Strength {
  if (isLead(text, words, mention)) return "lead";
  let at = mention.first - 1;
  const norm = (index: number): string => words[index]?.norm ?? "";
  let marked = projectWords.has(norm(mention.last + 1)) || placeAfter.has(norm(mention.last + 1));
  while (at >= 0 && !placeBefore.has(norm(at)) && (articles.has(norm(at)) || projectWords.has(norm(at)))) {
    marked ||= projectWords.has(norm(at));
    at--;
  }
  const placed = placeBefore.has(norm(at));
  if (comparing.has(norm(at)) || (placed && comparing.has(norm(at - 1)))) return "compared";
  return placed || marked ? "place" : "bare";
}

/** The first word, followed by a separator or preceded by a sign that addresses. */
function isLead(text: string, words: readonly Word[], mention: Mention): boolean {
  const before = text.slice(0, words[mention.first]?.start ?? 0);
  const after = between(text, words[mention.last], words[mention.last + 1]);
  if (/^\s*[@#[(]$/.test(before)) return true;
  return before.trim() === "" && /^\]?\s*(?:[:,>|\n]|[-–—]\s)|^\s*\n/.test(after);
}

function isJoined(text: string, words: readonly Word[], left: Mention, right: Mention): boolean {
  const middle = words.slice(left.last + 1, right.first).map((word) => word.norm);
  if (middle.length === 0) return /^[\s,/&+]*$/.test(between(text, words[left.last], words[right.first]));
  return (
    middle.some((word) => conjunctions.has(word)) &&
    middle.every((word) => conjunctions.has(word) || articles.has(word) || placeBefore.has(word))
  );
}
