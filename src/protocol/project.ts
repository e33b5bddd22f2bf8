/** What the desk may know of a project: enough to choose it, never where it lies on disk. */
import { z } from "zod";

export const Project = z.object({
  /** `[a-z0-9-]+`, unique; part of every session's name. */
  slug: z.string(),
  /** As a person calls it; the folder's name unless config.json says otherwise. */
  name: z.string(),
  aliases: z.array(z.string()),
  /** One line from package.json or the README; empty when neither says anything. */
  description: z.string(),
});
export type Project = z.infer<typeof Project>;
