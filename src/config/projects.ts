/** `$JAMA_HOME/config.json`: optional, schema-checked; adds projects by hand and settings per project. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { SettingsError } from "./settings.ts";

const ProjectSettings = z.strictObject({
  /** Absolute, or with a leading `~/`. Needed only for a project outside JAMA_PROJECTS_DIR. */
  path: z.string().optional(),
  name: z.string().min(1).optional(),
  aliases: z.array(z.string().min(1)).optional(),
  permissionMode: z.string().optional(),
  model: z.string().optional(),
  /** A shell command that Jama runs itself in the project after a clean end. */
  verify: z.string().min(1).optional(),
  /** Variables for its sessions; they win over the login environment. */
  env: z.record(z.string().regex(/^[A-Za-z_]\w*$/), z.string()).optional(),
  /** A file as `claude --mcp-config` takes it. */
  mcpConfig: z.string().optional(),
  /** Takes up what crashed, so often in a row (true: three times), and presses Escape where something froze. */
  guardian: z.union([z.boolean(), z.strictObject({ resumes: z.number().int().min(1).max(100) })]).optional(),
});
export type ProjectSettings = z.infer<typeof ProjectSettings>;

const ConfigFile = z.strictObject({
  /** By slug: at most 32 characters, so that it fits a button. */
  projects: z.record(z.string().regex(/^[a-z0-9-]{1,32}$/), ProjectSettings).default({}),
});
export type ConfigFile = z.infer<typeof ConfigFile>;

/** The file's content; the empty configuration when there is none. Throws SettingsError when it cannot be used. */
export async function readConfigFile(home: string): Promise<ConfigFile> {
  const path = join(home, "config.json");
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { projects: {} };
    throw new SettingsError(`Jama cannot read ${path}. Make it readable or remove it.`, { cause: error });
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new SettingsError(`${path} is not JSON. Mend or remove it.`, { cause: error });
  }
  const parsed = ConfigFile.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new SettingsError(`${path} has mistakes:\n${z.prettifyError(parsed.error)}`);
}
