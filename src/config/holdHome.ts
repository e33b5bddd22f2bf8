/** One bot per JAMA_HOME: two would launch and tell everything twice. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SettingsError } from "./settings.ts";

/** Makes the folder, for its owner only. Throws SettingsError where there can be none. */
export async function makeHome(home: string): Promise<void> {
  try {
    await mkdir(home, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw notWritable(home, error);
  }
}

/** Takes the lock or throws SettingsError; returns what gives it back. A lock whose holder is gone is taken over. */
export async function holdHome(home: string): Promise<() => Promise<void>> {
  const path = join(home, "jama.pid");
  const holder = Number(await readFile(path, "utf8").catch(() => ""));
  if (holder > 0 && holder !== process.pid && (await isJama(holder))) {
    throw new SettingsError(
      `Another Jama (process ${holder}) uses JAMA_HOME ${home} already. End it, or set another JAMA_HOME.`,
    );
  }
  try {
    await writeFile(path, String(process.pid), { mode: 0o600 });
  } catch (error) {
    throw notWritable(home, error);
  }
  return () => rm(path, { force: true });
}

function notWritable(home: string, cause: unknown): SettingsError {
  return new SettingsError(`JAMA_HOME ${home} cannot be written. Make it writable, or set another one.`, {
    cause,
  });
}

/** A pid alone may belong to anything by now; where the command line can be seen, it must be a node program. */
async function isJama(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "main.js");
  return command.includes("main.js");
}
