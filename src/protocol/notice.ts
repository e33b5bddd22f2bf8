/**
 * What the warden tells that is about no session: like an event it is on disk until the desk has taken it, so it
 * can come twice, and `id` is the same then.
 */
import { z } from "zod";

export const Notice = z.discriminatedUnion("about", [
  /** A version of Claude Code was checked against what Jama expects of it, or could not be. */
  z.object({
    v: z.literal(1),
    id: z.string(),
    /** Unix milliseconds. */
    at: z.number(),
    about: z.literal("claude-version"),
    version: z.string(),
    /** Nothing was told about this version before. */
    isNew: z.boolean(),
    /** Only after `passed` are its sessions torn down by themselves. */
    outcome: z.enum(["passed", "failed", "not-run"]),
    /** How many scenarios were played. */
    scenarios: z.number(),
    /** Names of those that came out otherwise. */
    failed: z.array(z.string()),
    /** Why it was not run; empty otherwise. */
    why: z.string(),
  }),
]);
export type Notice = z.infer<typeof Notice>;
