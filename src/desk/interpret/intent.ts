/**
 * What an action tells the interpreter about itself. The list of specs is a parameter everywhere: neither
 * the prompt nor the rules know a verb by name, so a new verb is one new spec.
 *
 * Cues and hints are regular expressions over the *matching form* of a message (`rules/matching-form.ts`):
 * lower case, Latin letters without accents, no punctuation, words parted by one space, filler words
 * ("please", "the", "jetzt") gone, a project or a session that was named replaced by PROJECT or SESSION,
 * and ` ?` at the end of a question.
 */
export interface IntentSpec {
  /** Also the value in the model's schema: short, `[a-z-]+`. */
  readonly name: string;
  /** One phrase for the model, and for a help text. */
  readonly meaning: string;
  /** As people type it, in several languages; the first ones go into the prompt. */
  readonly examples: readonly string[];
  /** What it cannot do without. `message` is a session and words for it; `task` is words for a project. */
  readonly needs: "task" | "message" | "session" | "nothing";
  /** Whole sentences that say it and nothing else (see `whole()`); tried in the order of the specs. */
  readonly cues: readonly RegExp[];
  /** Phrases that speak for it anywhere in a sentence, weighed when no cue fits and only in favour of harmless intents. */
  readonly hints?: readonly RegExp[];
  /** Its cues count only while a session is live, or while one waits for the person. */
  readonly when?: "live" | "waiting";
  /** Takes what no cue claims: a message out of the blue (`new`) or a reply to a session (`reply`). */
  readonly otherwise?: "new" | "reply";
  /** Doing it by mistake destroys work: the model alone is not believed, rules must see it too. */
  readonly costly?: boolean;
}
