/** Lets go of what ended long ago: folder, base tree and index entry, together. */
import { rm } from "node:fs/promises";
import type { SessionIndex } from "../journal/index.ts";
import { baseRef } from "../launch/launcher.ts";
import { dropBase } from "../measure/git/dropBase.ts";
import type { Git } from "../measure/git/git.ts";

export interface CleanUpInput {
  index: SessionIndex;
  git: Git;
  /** Names of sessions of which something still runs: their folder marks it, and is kept. */
  alive: ReadonlySet<string>;
  /** How long an ended session is kept. */
  keepMs: number;
  now: number;
}

export async function cleanUp({ index, git, alive, keepMs, now }: CleanUpInput): Promise<void> {
  const old = Object.values(index.data.sessions).filter(
    ({ over, overAt, record }) => over && overAt !== null && now - overAt > keepMs && !alive.has(record.name),
  );
  for (const { record } of old) {
    await dropBase({ git, path: record.projectPath, ref: baseRef(record.name) });
    await rm(record.folder, { recursive: true, force: true });
    await index.update(({ sessions }) => {
      delete sessions[record.name];
    });
  }
}
