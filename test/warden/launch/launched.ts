/** `launch.sh` of one session, run for real: /bin/sh and script are real, Claude Code is a program that tells. */
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { launchScript } from "../../../src/warden/launch/launchScript.ts";
import { asShellExports } from "../../../src/warden/launch/sessionEnvironment.ts";
import { tempFolder } from "../../support/host/temp.ts";

export const sessionName = "claude-webapp-20260303-142000";

export interface Stage {
  folder: string;
  project: string;
  /** Runs launch.sh once, in the environment of a tmux server that has secrets of its own. */
  run(env?: Readonly<Record<string, string>>): Promise<void>;
  /** What the stand-in was given: its arguments, its environment, its folder. */
  told(): Promise<{ argv: string[]; env: Record<string, string>; cwd: string }>;
  exists(name: string): Promise<boolean>;
  exitEvent(): Promise<unknown>;
}

export interface StageOptions {
  task?: string;
  taskInstead?: string;
  environment?: Readonly<Record<string, string>>;
  /** What the stand-in does after it has told, as a shell script. */
  ending?: string;
}

export const plainEnvironment = { PATH: "/usr/bin:/bin", HOME: "/home/user", LANG: "C.UTF-8" };

export async function setStage(options: StageOptions = {}): Promise<Stage> {
  const base = await tempFolder();
  const folder = join(base, "session");
  const project = join(base, "my project");
  const claudeBin = join(base, "claude 2.1");
  await mkdir(join(folder, "events"), { recursive: true });
  await mkdir(project);
  const said = `"$(dirname "$0")"`;
  const tell = `pwd > ${said}/cwd; env -0 > ${said}/env; for one in "$@"; do printf '%s\\0' "$one"; done > ${said}/argv`;
  await writeFile(claudeBin, `#!/bin/sh\n${tell}\n${options.ending ?? "exit 0"}\n`);
  await chmod(claudeBin, 0o755);
  const environment = options.environment ?? plainEnvironment;
  await writeFile(join(folder, "environment.sh"), asShellExports(environment), { mode: 0o600 });
  await writeFile(join(folder, "task.md"), options.task ?? "a task");
  const script = launchScript({
    folder,
    projectPath: project,
    claudeBin,
    claudeArgs: ["--session-id", "it's one", "--model", "$HOME"],
    taskInstead: options.taskInstead,
    session: sessionName,
    shell: "/bin/bash",
    platform: "linux",
  });
  await writeFile(join(folder, "launch.sh"), script, { mode: 0o700 });
  const read = (path: string) => readFile(path, "utf8");
  return {
    folder,
    project,
    run: async (env = { PATH: "/usr/bin:/bin", TERM: "tmux-256color", LEAKED: "secret" }) => {
      const launch = ["/bin/sh", join(folder, "launch.sh")] as const;
      await execa(launch[0], [launch[1]], { env, extendEnv: false, stdin: "ignore", reject: false });
    },
    told: async () => {
      const pairs = (await read(join(base, "env"))).split("\0").filter((one) => one !== "");
      const split = (one: string) =>
        [one.slice(0, one.indexOf("=")), one.slice(one.indexOf("=") + 1)] as const;
      return {
        argv: (await read(join(base, "argv"))).split("\0").slice(0, -1),
        env: Object.fromEntries(pairs.map(split)),
        cwd: (await read(join(base, "cwd"))).trimEnd(),
      };
    },
    exists: async (name) => (await read(join(folder, name)).catch(() => undefined)) !== undefined,
    exitEvent: async () => JSON.parse(await read(join(folder, "events", "exit.json"))),
  };
}
