/** What the model answers. Plain strings where the values change by the day: the schema stays the same and cached. */
import { z } from "zod";
import type { IntentSpec } from "../intent.ts";
import { permissionModes } from "../interpretation.ts";

const sureness = z.enum(["high", "low"]);

/** The answer's schema; the intents are its only variable part. */
export function answerSchema(intents: readonly IntentSpec[]) {
  return z.object({
    intent: z.enum(intents.map((intent) => intent.name)),
    confidence: sureness,
    project: z.string().nullable(),
    projectConfidence: sureness,
    candidates: z.array(z.string()),
    session: z.string().nullable(),
    drop: z.string(),
    model: z.string().nullable(),
    permissionMode: z.enum(permissionModes).nullable(),
  });
}

export type Answer = z.infer<ReturnType<typeof answerSchema>>;
