/** Lets go of what nobody knows any more in JAMA_HOME: folders that are no session's, what was set aside, unfinished writes. */
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

export interface CleanHomeInput {
  home: string;
  /** Names of sessions that the index has. */
  known: ReadonlySet<string>;
  /** Names of sessions of which something still runs. */
  alive: ReadonlySet<string>;
  keepMs: number;
  now: number;
}

/** What is younger may be about to be written or to get into the index. */
const tooYoungMs = 3_600_000;
/** Nothing that Jama puts there lives longer than the measurement it is for. */
const tempMs = 24 * 3_600_000;
const spools = [".", "spool/events", "spool/inbox", "spool/notices", "spool/outbox"];
/** Set aside because it could not be read. */
const bad = /\.bad$/;
/** Names of writes that a crash cut short: write-file-atomic's, and lowdb's. */
const unfinished = /\.json\.\d+$|^\..*\.tmp$/;

export async function cleanHome({ home, known, alive, keepMs, now }: CleanHomeInput): Promise<void> {
  const kept = Math.max(keepMs, tooYoungMs);
  const sessions = join(home, "sessions");
  for (const name of await namesIn(sessions)) {
    if (known.has(name) || alive.has(name)) continue;
    if (now - (await lastTouched(join(sessions, name))) > kept) await remove(join(sessions, name));
  }
  for (const folder of spools.map((one) => join(home, one))) {
    for (const name of await namesIn(folder)) {
      const age = bad.test(name) ? kept : unfinished.test(name) ? tempMs : undefined;
      if (age !== undefined && (await isOlder(join(folder, name), now - age)))
        await remove(join(folder, name));
    }
  }
  for (const name of await namesIn(join(home, "tmp"))) {
    if (await isOlder(join(home, "tmp", name), now - tempMs)) await remove(join(home, "tmp", name));
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []); // not there: nothing to clean
}

/** A folder's own time does not tell when a file in it grew. */
async function lastTouched(folder: string): Promise<number> {
  const paths = [folder, ...(await namesIn(folder)).map((name) => join(folder, name))];
  return Math.max(...(await Promise.all(paths.map(mtimeOf))).filter(Number.isFinite));
}

async function isOlder(path: string, than: number): Promise<boolean> {
  return (await mtimeOf(path)) < than;
}

/** What is gone meanwhile counts as new: there is nothing to do about it. */
async function mtimeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found?.mtimeMs ?? Number.POSITIVE_INFINITY;
}

async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
}
