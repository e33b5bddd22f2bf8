/**
 * The times that the judge went by, as a journal keeps them: without them no verdict could be made again. What an
 * older journal does not say is taken from the defaults of the settings.
 */
import { z } from "zod";
import type { Policy } from "../judge/verdict.ts";

export const RecordedPolicy = z.object({
  graceMs: z.number().default(120_000),
  stuckMs: z.number().default(20 * 60_000),
  startMs: z.number().default(30_000),
  verifies: z.boolean().default(false),
}) satisfies z.ZodType<Policy>;

/** For journals that say nothing. */
export const defaultPolicy: Policy = RecordedPolicy.parse({});
