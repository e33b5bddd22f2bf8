/**
 * Which intent a message has, by its cues. A sentence must be a cue *whole*: "stop webapp" ends a session,
 * "stop using lodash in webapp" is work. What no cue claims falls to the intents that take the rest, and
 * is only sure when it sounds like work: starting a session by mistake costs.
 */
import type { Cue, IntentSpec } from "../intent.ts";
import { expressions } from "./expressions.ts";
import { mended, vocabularyOf } from "./mending.ts";
import { negations } from "./vocabulary.ts";

/** No cue is longer, in words: what follows is cut off and marked, so that it cannot match whole. */
const longestCue = 16;

export interface Sentence {
  /** Matching form of the message; of what is handed on, when it is ("tell claude to stop"). */
  readonly form: string;
  /** It begins with a slash: handed on as it is. */
  readonly slash: boolean;
  /** Somebody was told to do it ("have Claude Code ..."). */
  readonly delegated: boolean;
  /** A project was named where the work is to be done. */
  readonly placed: boolean;
  readonly isReply: boolean;
  /** A session is live, in the project named or, when none is named, anywhere. */
  readonly busy: boolean;
  readonly anyLive: boolean;
  readonly anyWaiting: boolean;
}

export interface IntentFound {
  readonly intent: IntentSpec | undefined;
  readonly sure: boolean;
}

/** A cue that fits; else the intent whose hint fits; else the one that takes the rest. */
export function whichIntent(sentence: Sentence, intents: readonly IntentSpec[]): IntentFound {
  const forNew = intents.find((intent) => intent.otherwise === "new");
  const forReply = intents.find((intent) => intent.otherwise === "reply");
  if (sentence.slash) return { intent: sentence.isReply ? forReply : forNew, sure: true };
  const form = beginning(sentence.form);
  const exact = byCue(sentence, form, intents);
  const isQuestion = sentence.form.endsWith(" ?");
  if (exact !== undefined) return { intent: exact, sure: !(isQuestion && exact.costly === true) };
  if (sentence.delegated && (!sentence.isReply || sentence.placed)) return { intent: forNew, sure: true };

  const repaired = mended(form, vocabularyOf(intents));
  const close = byCue(sentence, repaired, intents);
  if (close !== undefined && close.costly !== true) return { intent: close, sure: true };
  if (close !== undefined && lettersOf(repaired) === lettersOf(form)) return { intent: close, sure: false };

  if (sentence.isReply) return { intent: forReply, sure: true };
  const isWork = matches(sentence.form, forNew?.hints);
  const hinted = isWork ? undefined : intents.find((intent) => matches(sentence.form, intent.hints));
  if (hinted !== undefined) return { intent: hinted, sure: true };
  return {
    intent: forNew,
    sure: !isRefusal(sentence, intents) && (isWork || soundsLikeWork(sentence, intents)),
  };
}

/** Swapped letters are a slip; another letter may be another word: "about" is no "abort". */
function lettersOf(form: string): string {
  return [...form].sort().join("");
}

function beginning(form: string): string {
  const words = form.split(" ");
  return words.length > longestCue ? `${words.slice(0, longestCue).join(" ")} …` : form;
}

/** Cues with a condition are the more telling ones, and come first: "ok" answers a session that waits. */
function byCue(sentence: Sentence, form: string, intents: readonly IntentSpec[]): IntentSpec | undefined {
  const counts = (cue: Cue): boolean =>
    cue instanceof RegExp || (cue.when === "live" ? sentence.anyLive : sentence.anyWaiting);
  const fits = (conditional: boolean) => (intent: IntentSpec) =>
    intent.cues.some(
      (cue) => cue instanceof RegExp !== conditional && counts(cue) && expressions(cue).test(form),
    );
  return intents.find(fits(true)) ?? intents.find(fits(false));
}

function matches(form: string, patterns: readonly RegExp[] | undefined): boolean {
  return patterns?.some((pattern) => pattern.test(form)) ?? false;
}

/** "Don't stop it yet": neither an order nor work. */
function isRefusal(sentence: Sentence, intents: readonly IntentSpec[]): boolean {
  const words = sentence.form.split(" ");
  const costly = intents.filter((intent) => intent.costly === true);
  const orders = costly.flatMap((intent) => intent.cues.map(expressions));
  return words.some((word, index) => {
    const order = words[index + 1] ?? "";
    return negations.has(word) && orders.some((cue) => cue.test(order));
  });
}

/** Says where or sounds like trouble, in words that no other intent knows, while nothing runs that it could be about. */
function soundsLikeWork(sentence: Sentence, intents: readonly IntentSpec[]): boolean {
  const signs = intents.find((intent) => intent.otherwise === "new")?.signs;
  if (sentence.busy || !(sentence.placed || matches(sentence.form, signs))) return false;
  const known = vocabularyOf(intents);
  const own = sentence.form.match(/\p{Ll}{3,}|\p{Lo}{2,}/gu)?.filter((word) => !known.has(word)) ?? [];
  return own.length >= (sentence.placed ? 2 : 3) || own.some((word) => /^\p{Lo}{4,}$/u.test(word));
}
