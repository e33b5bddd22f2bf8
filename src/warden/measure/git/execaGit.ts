/**
 * Git by execa. Each call is a process group of its own, so that a time limit also ends the filters git has
 * started: a hanging filter would otherwise outlive its git.
 */
import { execa } from "execa";
import type { Git, GitOptions, GitResult } from "./git.ts";
import { gitEnv, gitSettings } from "./gitEnv.ts";

export interface ExecaGitOptions {
  /** The whole environment git gets, apart from what `gitEnv` adds and takes away. */
  env: Readonly<Record<string, string | undefined>>;
  /** Default: `git`, looked up in `env.PATH`. */
  bin?: string;
}

/** Makes the real git. */
export function createExecaGit({ env, bin = "git" }: ExecaGitOptions): Git {
  return {
    run: (args, options) => runGit(bin, [...gitSettings, ...args], gitEnv(env, options.env), options),
  };
}

async function runGit(
  bin: string,
  args: readonly string[],
  env: Record<string, string>,
  { cwd, timeoutMs, signal }: GitOptions,
): Promise<GitResult> {
  if (signal?.aborted) return { ended: "stopped", code: -1, stdout: "", stderr: "" };
  const child = execa(bin, args, {
    cwd,
    env,
    extendEnv: false,
    stdin: "ignore",
    reject: false,
    detached: true,
    stripFinalNewline: false,
  });
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    endGroup(child.pid);
  };
  const timer = timeoutMs === undefined ? undefined : setTimeout(stop, timeoutMs);
  signal?.addEventListener("abort", stop, { once: true });
  try {
    const { exitCode, stdout, stderr } = await child;
    if (stopped) return { ended: "stopped", code: -1, stdout, stderr };
    if (exitCode === undefined) return { ended: "no-git", code: -1, stdout: "", stderr: "" };
    return { ended: "exit", code: exitCode, stdout, stderr };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ESRCH";
}
