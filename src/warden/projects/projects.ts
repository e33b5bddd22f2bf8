/** Where the projects are: git repositories directly under the projects folders, and those of config.json. */
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { ConfigFile, ProjectSettings } from "../../config/projects.ts";
import type { Project } from "../../protocol/project.ts";
import { describe } from "./describe.ts";
import { slugOf } from "./slug.ts";

export interface LocalProject extends Project {
  path: string;
  settings: ProjectSettings;
}

export interface ProjectsInput {
  dirs: readonly string[];
  config: ConfigFile;
  /** Jama's own folder: never a project. */
  ownFolder: string;
  /** For `~/` in config.json. */
  userHome: string;
}

/** All projects, in the order of their names. A folder that cannot be read holds none. */
export async function findProjects(input: ProjectsInput): Promise<LocalProject[]> {
  const own = await resolved(input.ownFolder);
  const repositories = (await Promise.all(input.dirs.map(repositoriesIn))).flat();
  const given = Object.entries(input.config.projects).map(([slug, settings]) => ({
    slug,
    settings,
    path: settings.path?.replace(/^~(?=\/)/, input.userHome),
  }));
  const taken = new Set<string>(given.map((one) => one.slug));
  const found: LocalProject[] = [];
  for (const { slug, settings, path } of given) {
    const place = path ?? repositories.find((one) => slugOf(basename(one)) === slug);
    if (place !== undefined) found.push(await project(slug, place, settings));
  }
  for (const path of repositories.filter((one) => !found.some((other) => other.path === one))) {
    if ((await resolved(path)) === own) continue;
    found.push(await project(unique(slugOf(basename(path)), taken), path, {}));
  }
  return found.sort((one, other) => one.name.localeCompare(other.name));
}

async function project(slug: string, path: string, settings: ProjectSettings): Promise<LocalProject> {
  const name = settings.name ?? basename(path);
  return { slug, name, aliases: settings.aliases ?? [], description: await describe(path), path, settings };
}

async function repositoriesIn(dir: string): Promise<string[]> {
  const names = await readdir(dir).catch(() => []); // a projects folder that is not there holds no projects
  const paths = names.sort().map((name) => join(dir, name));
  const isRepository = await Promise.all(paths.map((path) => exists(join(path, ".git"))));
  return paths.filter((_, at) => isRepository[at]);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function resolved(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

function unique(slug: string, taken: Set<string>): string {
  let name = slug;
  for (let next = 2; taken.has(name); next++) name = `${slug}-${next}`;
  taken.add(name);
  return name;
}
