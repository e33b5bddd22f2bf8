/** One line about a project: package.json's description, else the README's first sentence of prose. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const maxLength = 120;
const Manifest = z.object({ description: z.string() });

export async function describe(path: string): Promise<string> {
  const manifest = await read(join(path, "package.json"));
  const line = descriptionOf(manifest) || firstProse(await read(join(path, "README.md")));
  return line.length > maxLength ? `${line.slice(0, maxLength - 1)}…` : line;
}

function descriptionOf(manifest: string): string {
  try {
    return Manifest.safeParse(JSON.parse(manifest)).data?.description.replaceAll(/\s+/g, " ").trim() ?? "";
  } catch {
    return ""; // none, or not JSON
  }
}

/** The first line that is neither a heading, a badge, HTML, a rule nor a fence. */
function firstProse(readme: string): string {
  const lines = readme.split("\n").map((line) => line.trim());
  return lines.find((line) => /^[\p{L}\p{N}"'*_`]/u.test(line) && !/^(```|\*\*\*|___)/.test(line)) ?? "";
}

async function read(path: string): Promise<string> {
  return readFile(path, "utf8").catch(() => "");
}
