/** Adds up untracked files before git would hash them, and stops counting at the cap. */
import { lstat } from "node:fs/promises";
import { join } from "node:path";

const atOnce = 32;

/** The bytes of these files; a number above `cap` only says that it is more. A file that is gone counts nothing. */
export async function bytesOf(
  top: string,
  files: readonly string[],
  cap: number,
  signal: AbortSignal,
): Promise<number> {
  let sum = 0;
  for (let from = 0; from < files.length && sum <= cap && !signal.aborted; from += atOnce) {
    const sizes = await Promise.all(files.slice(from, from + atOnce).map((file) => sizeOf(join(top, file))));
    for (const size of sizes) sum += size;
  }
  return sum;
}

function sizeOf(file: string): Promise<number> {
  return lstat(file).then(
    (stat) => stat.size,
    () => 0,
  );
}
