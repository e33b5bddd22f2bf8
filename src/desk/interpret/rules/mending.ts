/** Forgives typos in the words that cues are made of, and in no others. */
import type { IntentSpec } from "../intent.ts";
import { expressions } from "./expressions.ts";
import { slips } from "./typos.ts";

const shortest = 4;

/** The plain words that stand in the cues of these intents. */
export function vocabularyOf(intents: readonly IntentSpec[]): Set<string> {
  const sources = intents.flatMap((intent) => intent.cues.flatMap((cue) => expressions(cue).source));
  const words = sources.flatMap((source) => source.replace(/\\[a-z]/g, " ").match(/\p{Ll}+/gu) ?? []);
  return new Set(words);
}

/** The matching form with every unknown word replaced by the one cue word it is near to, if there is just one. */
export function mended(form: string, vocabulary: ReadonlySet<string>): string {
  return form
    .split(" ")
    .map((word) => {
      if (word.length < shortest || vocabulary.has(word) || !/^\p{Ll}+$/u.test(word)) return word;
      const near = [...vocabulary].filter(
        (known) => known.length >= shortest && slips(word, known) !== undefined,
      );
      const best = Math.min(...near.map((known) => slips(word, known) ?? 9));
      const nearest = near.filter((known) => slips(word, known) === best);
      return nearest.length === 1 ? (nearest[0] ?? word) : word;
    })
    .join(" ");
}
