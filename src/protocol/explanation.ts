/** Why the warden says what it says about a session: for a person who doubts it. Plain words, no screens. */
import { z } from "zod";
import { SessionView } from "./session.ts";

export const Explanation = z.object({
  view: SessionView,
  /** Unix milliseconds: the moment that is explained. For a session that is over, that of its last verdict. */
  at: z.number(),
  /** The rule that decided, and what it says in one line. */
  rule: z.string(),
  says: z.string(),
  /** What each channel said last; `at` is null for one that has said nothing. */
  channels: z.array(z.object({ name: z.string(), says: z.string(), at: z.number().nullable() })),
  /** What speaks against clearing a finished session up; empty when nothing does. */
  against: z.array(z.string()),
  /** What was said of it before, newest first. */
  before: z.array(z.object({ state: z.string(), detail: z.string(), rule: z.string(), at: z.number() })),
});
export type Explanation = z.infer<typeof Explanation>;
