/** Runs a project's own verify command, as the person would at their terminal, and keeps all it prints. */
import { createWriteStream } from "node:fs";
import { execa } from "execa";
import stripAnsi from "strip-ansi";

export interface VerifyInput {
  command: string;
  cwd: string;
  env: Readonly<Record<string, string>>;
  /** The whole output goes here. */
  logPath: string;
  timeoutMs: number;
}

export interface VerifyResult {
  ok: boolean;
  /** The end of its output, without control sequences; says so when the time was up. */
  output: string;
}

const tailCharacters = 3_000;

export async function runVerify(input: VerifyInput): Promise<VerifyResult> {
  const { command, cwd, env, timeoutMs } = input;
  const child = execa("/bin/sh", ["-c", command], {
    cwd,
    env,
    extendEnv: false,
    stdin: "ignore",
    all: true,
    reject: false,
    detached: true, // its whole group can be ended when the time is up
    maxBuffer: 50 * 1024 * 1024,
  });
  child.all.pipe(createWriteStream(input.logPath, { mode: 0o600 }));
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  }, timeoutMs);
  const result = await child;
  clearTimeout(timer);
  const text = stripAnsi(result.all ?? "").trim();
  const output = `${text.slice(-tailCharacters)}${late ? `\n(ended after ${Math.round(timeoutMs / 60_000)} min)` : ""}`;
  return { ok: result.exitCode === 0 && !late, output };
}
