/** What a screen says, as far as anything is judged by it. Absent in old journals: nothing was read of it then. */
import { z } from "zod";

export const ScreenReading = z.object({
  /** The text in the prompt box, ghost text left out; null when no prompt box is seen. */
  typed: z.string().nullable(),
  /** The title of a known dialog of the start. */
  dialog: z.string().nullable(),
  /** Something in the place of the prompt box waits for a key. */
  menu: z.boolean().default(false),
  /** A spinner runs, or the footer offers to interrupt. */
  working: z.boolean().default(false),
  /** Claude Code's own words about a request that it sends again; null when it does not. */
  retrying: z.string().nullable().default(null),
  /** Shells and agents that it says still run. */
  tasks: z.number().default(0),
  /** How the last turn ended badly, when the screen says so. */
  ended: z.enum(["interrupted", "failed"]).nullable().default(null),
  /** The last thing Claude said, as far as it is on the screen. */
  said: z.string().default(""),
  /** The screen without blank lines at its ends, for showing. */
  text: z.string(),
});
export type ScreenReading = z.infer<typeof ScreenReading>;
