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
export type RegistryEntry = z.infer<typeof RegistryEntry>;

/** The entry of a process; undefined while there is none or it is being written. */
export async function readRegistry(home: string, pid: number): Promise<RegistryEntry | undefined> {
  const text = await readFile(join(home, ".claude", "sessions", `${pid}.json`), "utf8").catch(() => "");
  return text === "" ? undefined : RegistryEntry.parse(JSON.parse(text));
}
