/** This machine as the warden uses it: the person's login environment, and an adapter for each program outside. */
import { join } from "node:path";
import type { ConfigFile } from "../config/projects.ts";
import type { Env, Settings } from "../config/settings.ts";
import type { Logger } from "../logger.ts";
import type { SessionRecord } from "./journal/record.ts";
import { askLoginShell, type LoginUser } from "./launch/loginEnvironment.ts";
import { sessionEnvironment } from "./launch/sessionEnvironment.ts";
import { createExecaGit } from "./measure/git/execaGit.ts";
import type { Git } from "./measure/git/git.ts";
import { bsdProcesses } from "./processes/bsd.ts";
import { linuxProcesses } from "./processes/linux.ts";
import { markerOf, type Processes } from "./processes/processes.ts";
import { createKeyboard, type Keyboard } from "./tmux/keyboard.ts";
import { createTmux, type Tmux } from "./tmux/tmux.ts";

export interface MachineInput {
  settings: Settings;
  config: ConfigFile;
  env: Env;
  user: LoginUser;
  log: Logger;
}

export interface Machine {
  platform: "linux" | "darwin";
  git: Git;
  tmux: Tmux;
  keyboard: Keyboard;
  processes: Processes;
  /** Claude Code's own folder: registry and transcripts are in it. */
  configFolder: string;
  /** What a session of this record runs in; the project's verify command too. */
  environmentOf(record: SessionRecord): Record<string, string>;
  /** What was wrong with the login environment, for the person. */
  problem: string | undefined;
}

const handedToPrograms = [
  "PATH",
  "LANG",
  "LC_ALL",
  "LC_CTYPE",
  "TMUX_TMPDIR",
  "XDG_RUNTIME_DIR",
  "SSH_AUTH_SOCK",
];

export async function openMachine({ settings, config, env, user, log }: MachineInput): Promise<Machine> {
  const platform = process.platform === "darwin" ? "darwin" : "linux";
  const host = pick(env, handedToPrograms);
  const plain = { ...host, HOME: user.home, USER: user.name, LOGNAME: user.name, SHELL: user.shell };
  const { PATH: _, TMUX_TMPDIR: __, ...keptAtLogin } = host;
  const { variables, problem } = await askLoginShell(user, keptAtLogin);
  if (problem) log.warn({}, problem);
  const claudeEnvironment = sessionEnvironment(variables, env, settings.agentEnv, {});
  const tmuxOptions = { socket: settings.tmuxSocket, sshHost: settings.sshHost, env: plain };
  return {
    platform,
    git: createExecaGit({ env: { ...plain, PATH: variables["PATH"] ?? host["PATH"] } }),
    tmux: createTmux(tmuxOptions),
    keyboard: createKeyboard(tmuxOptions),
    processes: platform === "darwin" ? bsdProcesses : linuxProcesses,
    configFolder: claudeEnvironment["CLAUDE_CONFIG_DIR"] ?? join(user.home, ".claude"),
    environmentOf: (record) => ({
      ...sessionEnvironment(variables, env, settings.agentEnv, config.projects[record.project]?.env ?? {}),
      ...markerOf(record),
    }),
    problem,
  };
}

function pick(env: Env, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}
