/** Why a turn failed, as far as it matters to what can be done. */
import { z } from "zod";

export const Failure = z.object({
  kind: z.enum([
    /** The usage limit of the account, or a rate limit that outlasted the retries. */
    "limit",
    "billing",
    "login",
    "overloaded",
    "server",
    /** The conversation is too long for the model. */
    "context-full",
    "output-full",
    "model",
    /** The API refused the request. */
    "refused",
    "unknown",
  ]),
  /** Unix milliseconds at which the limit is lifted; null when it was not said. */
  resetsAt: z.number().nullable(),
});
export type Failure = z.infer<typeof Failure>;
export type FailureKind = Failure["kind"];
