/** Looks a program up as a shell would, in a PATH that is given. */
import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { isAbsolute, join } from "node:path";

/** Its absolute path; undefined when there is none that may be run. */
export async function findProgram(name: string, path: string): Promise<string | undefined> {
  const candidates = isAbsolute(name)
    ? [name]
    : path
        .split(":")
        .filter(isAbsolute)
        .map((dir) => join(dir, name));
  for (const candidate of candidates) {
    if (await mayRun(candidate)) return candidate;
  }
  return undefined;
}

/** A folder passes for executable too, and is none. */
async function mayRun(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false; // not there, or not ours to run: either way it is looked for elsewhere
  }
}
