/** Lets a session go on whose turn the API refused. */
import { z } from "zod";

export const GoOnCommand = z.object({
  id: z.string().min(1).max(128),
  session: z.string(),
  /** `reset`: when the limit that it ran into is lifted. */
  when: z.enum(["now", "reset"]),
});
export type GoOnCommand = z.infer<typeof GoOnCommand>;

export const GoOnReply = z.discriminatedUnion("outcome", [
  /** Claude Code has taken it as its next prompt. */
  z.object({ outcome: z.literal("done") }),
  /** Unix milliseconds. An event tells what came of it. */
  z.object({ outcome: z.literal("put-off"), at: z.number() }),
  /** Nothing was typed. `why` is for the person. */
  z.object({ outcome: z.literal("refused"), why: z.string() }),
]);
export type GoOnReply = z.infer<typeof GoOnReply>;
