/** Claude Code's own registry of running sessions, as its files say. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const RegistryEntry = z.looseObject({
  pid: z.number(),
  sessionId: z.string(),
  status: z.string().optional(),
  waitingFor: z.string().optional(),
});
const Entry = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch (error) {
      context.addIssue(String(error));
      return z.NEVER;
    }
  })
  .pipe(RegistryEntry);
export type RegistryEntry = z.infer<typeof RegistryEntry>;

/** The entry of a process; undefined while there is none. It is rewritten in place, so a read may be torn. */
export async function readRegistry(home: string, pid: number): Promise<RegistryEntry | undefined> {
  const text = await readFile(join(home, ".claude", "sessions", `${pid}.json`), "utf8").catch(() => "");
  const read = Entry.safeParse(text);
  return read.success ? read.data : undefined;
}
