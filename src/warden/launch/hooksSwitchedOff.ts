/** `disableAllHooks` in a settings file silences the hooks of `--settings` too (FACTS): it is named, not suffered. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const Switch = z.object({ disableAllHooks: z.literal(true) });

/** The settings file that switches hooks off; undefined when none does. */
export async function hooksSwitchedOff(
  projectPath: string,
  configFolder: string,
): Promise<string | undefined> {
  const files = [
    join(projectPath, ".claude", "settings.json"),
    join(projectPath, ".claude", "settings.local.json"),
    join(configFolder, "settings.json"),
  ];
  for (const file of files) {
    if (Switch.safeParse(await readJson(file)).success) return file;
  }
  return undefined;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return undefined; // not there, or not JSON: Claude Code says so itself
  }
}
