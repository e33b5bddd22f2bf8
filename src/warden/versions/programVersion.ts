/** Which version a program says it is, asked once: the answer is kept until the file is another one. */
import { realpath, stat } from "node:fs/promises";
import { execa } from "execa";

export type ProgramVersion = { version: string } | { version: undefined; why: string };

/** It answers in a hundredth of a second; a wrapper in a shell needs longer. */
const patienceMs = 10_000;

/** Asks it. Never rejects: a program that does not answer is told in `why`. */
export async function askVersion(
  program: string,
  env: Readonly<Record<string, string>>,
): Promise<ProgramVersion> {
  const asked = await execa(program, ["--version"], {
    env: { ...env, DISABLE_AUTOUPDATER: "1" },
    extendEnv: false,
    stdin: "ignore",
    timeout: patienceMs,
    reject: false,
  });
  const version = /^\s*v?(\d+\.\d+\.\d+\S*)/.exec(asked.stdout)?.[1];
  if (version !== undefined && asked.exitCode === 0) return { version };
  const said = (asked.stderr || asked.stdout).trim().split("\n")[0] ?? "";
  const code = asked.exitCode === undefined ? "it did not end by itself" : `exit code ${asked.exitCode}`;
  return { version: undefined, why: [code, said.slice(0, 200)].filter((one) => one !== "").join(": ") };
}

/** Remembers answers by real path, size and time of the file, so that an update is asked again. */
export class ProgramVersions {
  readonly #known = new Map<string, Promise<ProgramVersion>>();

  async of(program: string, env: Readonly<Record<string, string>>): Promise<ProgramVersion> {
    const path = await realpath(program);
    const { size, mtimeMs } = await stat(path);
    const key = `${path}|${size}|${mtimeMs}`;
    const known = this.#known.get(key);
    if (known) return known;
    const asked = askVersion(path, env);
    this.#known.set(key, asked);
    return asked;
  }
}
