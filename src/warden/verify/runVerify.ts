/**
 * Runs a project's own verify command, as the person would at their terminal. It writes to its log itself: a
 * pipe would stay open as long as anything that the command left running.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { type FileHandle, open } from "node:fs/promises";
import stripAnsi from "strip-ansi";

export interface VerifyInput {
  command: string;
  cwd: string;
  env: Readonly<Record<string, string>>;
  /** The whole output goes here; where it cannot be written, nothing of it is kept. */
  logPath: string;
  timeoutMs: number;
  /** Calls it off: its whole group is ended. The result then says nothing about the project. */
  signal?: AbortSignal;
}

export interface VerifyResult {
  ok: boolean;
  /** The end of its output, without control sequences; says so when the time was up. */
  output: string;
}

const tailCharacters = 3_000;
/** Enough of the log for so many characters, also where many of them are control sequences. */
const tailBytes = 32_768;

export async function runVerify(input: VerifyInput): Promise<VerifyResult> {
  const { command, cwd, env, logPath, timeoutMs, signal } = input;
  const log = await open(logPath, "w+", 0o600).catch(() => undefined); // a command that passes is worth more than its log
  try {
    const output = log?.fd ?? "ignore";
    const child = spawn("/bin/sh", ["-c", command], {
      cwd,
      env,
      stdio: ["ignore", output, output],
      detached: true, // its whole group can be ended when the time is up
    });
    let late = false;
    const end = () => child.pid !== undefined && endGroup(child.pid);
    const timer = setTimeout(() => {
      late = true;
      end();
    }, timeoutMs);
    signal?.addEventListener("abort", end);
    const code = await exitCode(child);
    clearTimeout(timer);
    signal?.removeEventListener("abort", end);
    const said = log ? await tail(log) : "";
    const note = late ? `\n(ended after ${Math.round(timeoutMs / 60_000)} min)` : "";
    return { ok: code === 0 && !late, output: said + note };
  } finally {
    await log?.close();
  }
}

/** Null when it was killed or could not be started at all. */
function exitCode(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(null));
    child.once("exit", resolve);
  });
}

function endGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

async function tail(log: FileHandle): Promise<string> {
  const { size } = await log.stat();
  const length = Math.min(size, tailBytes);
  const { buffer } = await log.read(Buffer.alloc(length), 0, length, size - length);
  return stripAnsi(buffer.toString()).trim().slice(-tailCharacters);
}
