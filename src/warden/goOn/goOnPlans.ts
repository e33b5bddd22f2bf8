/** What was put off until a limit is lifted: on disk before it is promised, so that a restart of Jama forgets none. */
import { join } from "node:path";
import { z } from "zod";
import type { Logger } from "../../logger.ts";
import { type JsonDocument, openDocument } from "../../storage/document.ts";

const Plans = z.object({
  version: z.literal(1),
  /** By session: the failure that it is about, and when, in Unix milliseconds. */
  plans: z.record(z.string(), z.object({ failure: z.string(), at: z.number() })),
});
export type GoOnPlans = JsonDocument<z.infer<typeof Plans>>;

export function openGoOnPlans(home: string, log: Logger): Promise<GoOnPlans> {
  return openDocument(
    join(home, "go-on.json"),
    Plans,
    { version: 1, plans: {} },
    (error) => log.error({ err: error }, "go-on.json cannot be used; it is set aside and begun anew"),
    (error) => log.error({ err: error }, "go-on.json could not be written; it goes on from memory"),
  );
}
