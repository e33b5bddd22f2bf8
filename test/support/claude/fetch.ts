/**
 * Gets the real Claude Code once and keeps it. It is 240 to 380 MB, far too big for a dependency that every
 * newcomer installs, so it comes from npm into a cache folder when the first test wants it.
 */
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { execa } from "execa";
import { withLock } from "./lock.ts";
import { platformPackage } from "./platform.ts";

/** The version that the tests and fixtures are made with. */
export const defaultVersion = "2.1.329";
/** An older one that users still run. */
export const olderVersion = "2.1.197";

const patienceMs = 10 * 60_000;

/** The absolute path of the program, fetched if need be. Safe when several test workers ask at once. */
export async function fetchClaude(version: string = defaultVersion, cache = cacheFolder()): Promise<string> {
  const folder = join(cache, "claude-code", version);
  const program = join(folder, "claude");
  if (await exists(program)) return program;
  await mkdir(folder, { recursive: true });
  await withLock(`${folder}.lock`, patienceMs, async () => {
    if (!(await exists(program))) await download(version, program);
  });
  return program;
}

/** `JAMA_TEST_CACHE`, or a folder that goes with node_modules. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return resolve(environment["JAMA_TEST_CACHE"] || "node_modules/.cache/jama");
}

async function download(version: string, program: string): Promise<void> {
  const name = `${platformPackage()}@${version}`;
  const temporary = await mkdtemp(join(dirname(program), "fetch-"));
  try {
    const packed = await execa("npm", ["pack", name, "--silent", "--pack-destination", temporary], {
      cwd: temporary,
      timeout: patienceMs,
    });
    const archive = packed.stdout.trim().split("\n").at(-1) ?? "";
    await execa("tar", ["-xzf", join(temporary, archive), "-C", temporary]);
    const found = await findProgram(join(temporary, "package"));
    await chmod(found, 0o755);
    await prove(found, version, temporary);
    await rename(found, program);
  } catch (error) {
    throw new Error(
      `The tests need the real Claude Code and could not get ${name} with "npm pack". Check that npm reaches ` +
        `its registry, or put the program of that version at ${program} yourself.`,
      { cause: error },
    );
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Layouts differ by version: the program is the one big file called claude or claude.exe. */
async function findProgram(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const named = entries.filter((entry) => entry.isFile() && /^claude(\.exe)?$/.test(entry.name));
  for (const entry of named) {
    const path = join(entry.parentPath, entry.name);
    if ((await stat(path)).size > 10_000_000) return path;
  }
  throw new Error(`no program in the package; it holds ${entries.map((entry) => entry.name).join(", ")}`);
}

async function prove(program: string, version: string, home: string): Promise<void> {
  const { stdout } = await execa(program, ["--version"], {
    env: { HOME: home, PATH: process.env["PATH"], DISABLE_AUTOUPDATER: "1" },
    extendEnv: false,
    timeout: 60_000,
  });
  if (!stdout.startsWith(version)) throw new Error(`it says it is ${stdout}, not ${version}`);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
