/** One at a time across processes: a lock file with the owner's pid; a dead owner's lock is taken over. */
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";

/** Runs `work` while nobody else holds `path`. Waits at most `timeoutMs` for that. */
export async function withLock<T>(path: string, timeoutMs: number, work: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + timeoutMs;
  while (!(await take(path))) {
    if (Date.now() > giveUpAt)
      throw new Error(`${path} is held by another process for too long; remove it if none runs`);
    await delay(100);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

let tries = 0;

/** A link appears together with its content, so no reader ever sees a lock without an owner. */
async function take(path: string): Promise<boolean> {
  const mine = `${path}.${process.pid}.${tries++}`;
  await writeFile(mine, String(process.pid));
  try {
    await link(mine, path);
    return true;
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
    await dropIfDead(path);
    return false;
  } finally {
    await rm(mine, { force: true });
  }
}

async function dropIfDead(path: string): Promise<void> {
  const owner = Number(await readFile(path, "utf8").catch(() => "0"));
  if (owner > 0 && !isAlive(owner)) await rm(path, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
