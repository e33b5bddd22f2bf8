/** More projects for a world: repositories beside the first one, trusted by Claude Code. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Lab } from "../claude/lab.ts";
import { makeProject, type TestProject } from "../claude/project.ts";

/** Before any session runs: Claude Code rewrites the file that is changed here. */
export async function addProject(lab: Lab, name: string): Promise<TestProject> {
  const project = await makeProject(join(lab.folder, name));
  const path = join(lab.home, ".claude.json");
  const config = JSON.parse(await readFile(path, "utf8"));
  config.projects[project.path] = { hasTrustDialogAccepted: true };
  await writeFile(path, JSON.stringify(config));
  return project;
}
