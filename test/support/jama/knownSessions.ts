/** The sessions of a world as its index says. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { waitFor } from "../claude/wait.ts";
import type { World } from "./world.ts";

const Index = z.object({
  sessions: z.record(z.string(), z.object({ over: z.boolean(), record: z.object({ project: z.string() }) })),
});

export interface KnownSession {
  readonly name: string;
  readonly project: string;
  readonly over: boolean;
}

/** All sessions ever begun, oldest first; none when the bot never ran or its index is damaged. */
export async function sessionsOf({ jamaHome }: World): Promise<KnownSession[]> {
  const text = await readFile(join(jamaHome, "index.json"), "utf8").catch(() => '{"sessions":{}}');
  const { sessions } = Index.parse(JSON.parse(text));
  return Object.entries(sessions).map(([name, { over, record }]) => ({
    name,
    over,
    project: record.project,
  }));
}

/** Resolves when the session is over for the bot. */
export async function whenOver(world: World, name: string): Promise<void> {
  await waitFor(async () => (await sessionsOf(world)).some((one) => one.name === name && one.over));
}
