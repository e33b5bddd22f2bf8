/** Finds a session's transcript by its id: the folder's name is made from the path, in ways that change. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** `claudeDir` is Claude's configuration folder (`~/.claude`). Undefined while there is none. */
export async function findTranscript(claudeDir: string, sessionId: string): Promise<string | undefined> {
  if (!/^[\w-]+$/.test(sessionId)) return undefined;
  const projects = join(claudeDir, "projects");
  const folders = await readdir(projects).catch(() => []);
  const found = await Promise.all(
    folders.map(async (folder) => {
      const file = join(projects, folder, `${sessionId}.jsonl`);
      const info = await stat(file).catch(() => undefined);
      return info?.isFile() ? { file, at: info.mtimeMs } : undefined;
    }),
  );
  return found.filter((one) => one !== undefined).sort((a, b) => b.at - a.at)[0]?.file;
}
