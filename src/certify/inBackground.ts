/** The check as a process of its own beside the bot: gently, with a clean environment, and ended when the bot ends. */
import { execa } from "execa";
import type { RunCheck } from "../warden/versions/gate.ts";

export interface BackgroundInput {
  /** Jama's own program, as node runs it. */
  main: string;
  /** CLAUDE_BIN and JAMA_HOME. */
  bin: string;
  home: string;
  user: { name: string; home: string; shell: string };
  /** PATH to find `nice` by. */
  path: string;
}

/** Exit codes of `jama certify` that say that the check came to its end. */
const came: ReadonlySet<number> = new Set([0, 1]);
/** It has to end what it began. */
const endMs = 30_000;
/** So few at once that the person's own sessions do not feel it. */
const atOnce = 2;

export function certifyInBackground({ main, bin, home, user, path }: BackgroundInput): RunCheck {
  const env = {
    ...{ PATH: path, HOME: user.home, USER: user.name, LOGNAME: user.name, SHELL: user.shell },
    ...{ JAMA_HOME: home, LANG: "C.UTF-8" },
  };
  const command = [process.execPath, main, "certify", "--bin", bin, "--at-once", String(atOnce)];
  return async (signal) => {
    const gently = ["/bin/sh", "-c", 'command -v nice >/dev/null && exec nice -n 19 "$@"; exec "$@"', "sh"];
    const [program = "", ...args] = [...gently, ...command];
    const ended = await execa(program, args, {
      env,
      extendEnv: false,
      cwd: user.home,
      stdin: "ignore",
      stdout: "ignore",
      cancelSignal: signal,
      forceKillAfterDelay: endMs,
      reject: false,
    });
    if (ended.exitCode !== undefined && came.has(ended.exitCode)) return undefined;
    return ended.stderr.trim().split("\n").at(-1) || "the check ended before its time";
  };
}
