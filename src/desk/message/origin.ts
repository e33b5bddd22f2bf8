/** Where a request was made: the warden carries it through as an opaque text and hands it back with every event. */
import { z } from "zod";

export const Origin = z.object({
  chat: z.number(),
  /** Absent where no message asked for it. */
  messageId: z.number().optional(),
  thread: z.number().optional(),
  /** Said with the launch: how the request was understood. */
  remark: z.string().optional(),
});
export type Origin = z.infer<typeof Origin>;

export function writeOrigin(origin: Origin): string {
  return JSON.stringify(origin);
}

/** Throws when the text was not written by `writeOrigin`. */
export function readOrigin(text: string): Origin {
  return Origin.parse(JSON.parse(text));
}
