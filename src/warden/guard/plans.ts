/** Resumes that the guardian has planned: on disk before they are told, so that a restart of Jama forgets none. */
import { join } from "node:path";
import { z } from "zod";
import type { Logger } from "../../logger.ts";
import { type JsonDocument, openDocument } from "../../storage/document.ts";

const Plan = z.object({ attempt: z.number(), of: z.number(), /** Unix milliseconds. */ at: z.number() });
const Plans = z.object({ version: z.literal(1), /** By session. */ plans: z.record(z.string(), Plan) });

export type Plan = z.infer<typeof Plan>;
export type PlansDocument = JsonDocument<z.infer<typeof Plans>>;

export function openPlans(home: string, log: Logger): Promise<PlansDocument> {
  return openDocument(
    join(home, "guard.json"),
    Plans,
    { version: 1, plans: {} },
    (error) => log.error({ err: error }, "guard.json cannot be used; it is set aside and begun anew"),
    (error) => log.error({ err: error }, "guard.json could not be written; it goes on from memory"),
  );
}
