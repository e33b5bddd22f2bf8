/** An append-only file of one JSON value per line. A line cut off by a crash is left out when reading. */
import { appendFile, readFile } from "node:fs/promises";

/** Appends values at once. The newline comes first as well as last, so a line cut off before it spoils only itself. */
export async function appendLines(path: string, ...values: readonly unknown[]): Promise<void> {
  await appendFile(path, values.map((value) => `\n${JSON.stringify(value)}\n`).join(""), { mode: 0o600 });
}

/** All whole lines; empty when there is no file. */
export async function readLines(path: string): Promise<unknown[]> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  return text.split("\n").flatMap(parseLine);
}

function parseLine(line: string): unknown[] {
  if (line === "") return [];
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}
