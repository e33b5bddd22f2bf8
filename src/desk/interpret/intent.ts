/**
 * What an action tells the interpreter about itself. The list of specs is a parameter everywhere: neither
 * the prompt nor the rules know a verb by name, so a new verb is one new spec.
 *
 * Cues and hints are regular expressions over the *matching form* of a message (`rules/matching-form.ts`):
 * lower case, Latin letters without accents, no punctuation, words parted by one space, filler words
 * ("please", "the", "jetzt") gone, a project or a session that was named replaced by PROJECT or SESSION,
 * and ` ?` at the end of a question.
 *
 * A cue with `when` counts only while a session is live, or while one waits for the person.
 */
export type Cue = RegExp | { readonly says: RegExp; readonly when: "live" | "waiting" };

export interface IntentSpec {
  /** Also the value in the model's schema: short, `[a-z-]+`. */
  readonly name: string;
  /** One phrase for the model, and for a help text. */
  readonly meaning: string;
  /** As people type it, in several languages; the first ones go into the prompt. */
  readonly examples: readonly string[];
  /** What it cannot do without. `message` is a session and words for it; `task` is words for a project. */
  readonly needs: "task" | "message" | "session" | "nothing";
  /** Whole sentences that say it and nothing else (see `whole()`); see to it that no two intents share one. */
  readonly cues: readonly Cue[];
  /** Phrases that speak for it anywhere in a sentence, weighed when no cue fits. Those of the intent
   * with `otherwise: "new"` win over all others; a costly intent has none. */
  readonly hints?: readonly RegExp[];
  /** For the intent with `otherwise: "new"`: what speaks for it, but is not enough to start work unasked. */
  readonly signs?: readonly RegExp[];
  /** Takes what no cue claims: a message out of the blue (`new`) or a reply to a session (`reply`). */
  readonly otherwise?: "new" | "reply";
  /** Doing it by mistake destroys work: the model alone is not believed, rules must see it too. */
  readonly costly?: boolean;
}
