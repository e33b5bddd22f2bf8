/**
 * What is remembered of a project at launch, so that the end can be compared with it. Kept in the session's
 * record, hence a schema.
 */
import { z } from "zod";

const atLaunch = {
  /** The commit HEAD was; null without commits. */
  head: z.string().nullable(),
  /** Null when HEAD was detached. */
  branch: z.string().nullable(),
  /** Commits other branches stood at (a bounded number, the newest): what they hold is not the session's work. */
  tips: z.array(z.string()),
};

export const Base = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("kept"),
    ...atLaunch,
    /** The tree with dirty and untracked files; ignored files only where they are tracked. */
    tree: z.string(),
    /** What the tree lacks, in plain words; absent when it lacks nothing. */
    caveat: z.string().optional(),
  }),
  z.object({
    kind: z.literal("none"),
    ...atLaunch,
    /** False when not even HEAD could be read: commits cannot be counted then. */
    headKnown: z.boolean(),
    /** Plain words for the person: "no undo: ...". */
    why: z.string(),
  }),
]);
export type Base = z.infer<typeof Base>;
