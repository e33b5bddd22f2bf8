/** Real git repositories for tests, untouched by the machine's own git settings. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { execa } from "execa";

export interface ProjectOptions {
  /** Path in the project -> content; part of the first commit. Blanks and any letters are welcome. */
  readonly files?: Readonly<Record<string, string>>;
  /** Commits after the first one. */
  readonly commits?: readonly {
    readonly message: string;
    readonly files: Readonly<Record<string, string>>;
  }[];
  readonly branch?: string;
  /** Left in the work tree, not committed. */
  readonly dirty?: Readonly<Record<string, string>>;
  /** False leaves the repository without any commit. */
  readonly committed?: boolean;
}

export interface TestProject {
  readonly path: string;
  /** Runs git in it and gives what it printed. */
  git(...args: string[]): Promise<string>;
  /** Writes files into the work tree. */
  write(files: Readonly<Record<string, string>>): Promise<void>;
}

/** Git's environment in tests: an identity, and no settings from outside the repository. */
export const gitEnvironment = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Test Person",
  GIT_AUTHOR_EMAIL: "person@example.org",
  GIT_COMMITTER_NAME: "Test Person",
  GIT_COMMITTER_EMAIL: "person@example.org",
};

/** Makes a repository at `path`; parents are made as well. */
export async function makeProject(path: string, options: ProjectOptions = {}): Promise<TestProject> {
  const { files = { "README.md": "# A project\n" }, commits = [], branch = "main", dirty = {} } = options;
  await mkdir(path, { recursive: true });
  const git = async (...args: string[]) =>
    (await execa("git", args, { cwd: path, env: gitEnvironment })).stdout;
  const write = (some: Readonly<Record<string, string>>) => writeFiles(path, some);
  await git("init", "--quiet", `--initial-branch=${branch}`);
  await git("config", "user.name", gitEnvironment.GIT_AUTHOR_NAME);
  await git("config", "user.email", gitEnvironment.GIT_AUTHOR_EMAIL);
  await write(files);
  const all = options.committed === false ? [] : [{ message: "First", files: {} }, ...commits];
  for (const commit of all) {
    await write(commit.files);
    await git("add", "--all");
    await git("commit", "--quiet", "--allow-empty", "--message", commit.message);
  }
  await write(dirty);
  return { path, git, write };
}

async function writeFiles(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}
