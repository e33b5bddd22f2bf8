/** Which Jama this is, as its package says: told by `--version`, and noted in every journal. */
import { readFileSync } from "node:fs";
import { z } from "zod";

const Package = z.object({ version: z.string() });
const path = new URL("../../package.json", import.meta.url);

export function readVersion(): string {
  return Package.parse(JSON.parse(readFileSync(path, "utf8"))).version;
}
