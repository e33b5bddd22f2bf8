/** A process that an ended session left running: Claude Code detached it on purpose, or lost it. */
import { z } from "zod";

export const Leftover = z.object({ pid: z.number(), command: z.string() });
export type Leftover = z.infer<typeof Leftover>;
