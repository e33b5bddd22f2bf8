/** A launch that is not complete yet: it waits for a tap, on disk, so that a restart in between loses nothing. */
import { z } from "zod";

export const LaunchDraft = z.object({
  /** Becomes the command's id: the same draft never launches twice. */
  id: z.string(),
  task: z.string(),
  /** Where the person asked, as `Origin` writes it. */
  origin: z.string(),
  project: z.string().optional(),
  /** Projects it may be meant for, likeliest first. */
  candidates: z.array(z.string()),
  permissionMode: z.string().optional(),
  model: z.string().optional(),
  whenBusy: z.enum(["ask", "beside", "after"]),
  bypassConsent: z.boolean(),
  /** It goes on with the conversation of this session, which is over; the task may be empty then: go on as you were. */
  resumes: z.string().optional(),
});
export type LaunchDraft = z.infer<typeof LaunchDraft>;
