/**
 * The environment a person has at their own terminal, asked of their interactive login shell from a clean
 * slate. Profiles print text, exit, exec, hang or start programs that keep the output open; so it is read between
 * two markers, within a time limit, and when that fails a small list stands in and `problem` says so.
 */
import type { Readable } from "node:stream";
import { execa } from "execa";
import { shellQuote } from "./shellQuote.ts";

export interface LoginUser {
  name: string;
  home: string;
  shell: string;
}

export interface LoginEnvironment {
  variables: Record<string, string>;
  /** Why the login shell could not be asked, for the person; undefined when all went well. */
  problem: string | undefined;
}

/** Where programs are when no login shell can tell. */
const fallbackPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
const begin = "\0jama-environment-begins\0";
const end = "\0jama-environment-ends\0";
/** Characters: many times the largest environment. A shell that prints more is not going to answer. */
const maxOutput = 16 * 1024 * 1024;
/** A login shell that takes longer is taken for hung. nvm with its completions needs about one. */
const defaultTimeoutMs = 10_000;

/** Variables of a shell's own state, which mean nothing to the next process. */
const shellState = new Set(["_", "SHLVL", "PWD", "OLDPWD", "TERM"]);

export async function askLoginShell(
  user: LoginUser,
  /** What outlives a login and a profile cannot know: SSH_AUTH_SOCK, XDG_RUNTIME_DIR, LANG. */
  kept: Readonly<Record<string, string>>,
  timeoutMs = defaultTimeoutMs,
): Promise<LoginEnvironment> {
  const base = { ...kept, HOME: user.home, USER: user.name, LOGNAME: user.name, SHELL: user.shell };
  const fallback = { ...base, PATH: `${user.home}/.local/bin:${fallbackPath}` };
  const say = (marker: string) => `printf '%b' ${shellQuote(marker.replaceAll("\0", "\\0"))}`;
  const shell = execa(user.shell, ["-ilc", `${say(begin)}; env -0; ${say(end)}`], {
    env: { ...base, TERM: "dumb" },
    extendEnv: false,
    cwd: user.home,
    stdin: "ignore",
    stderr: "ignore",
    buffer: false,
    reject: false,
    detached: true, // a session of its own: no job control, and its whole group can be ended
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    shell.stdout.destroy();
  }, timeoutMs);
  const output = await readAnswer(shell.stdout);
  clearTimeout(timer);
  if (shell.pid !== undefined) endGroup(shell.pid);
  await shell;
  const variables = parseAnswer(output);
  if (variables) return { variables: { ...base, ...variables }, problem: undefined };
  const why = late ? `did not answer within ${timeoutMs / 1000} s` : "did not tell its environment";
  return {
    variables: fallback,
    problem: `The login shell ${user.shell} ${why}; a small standard PATH is used.`,
  };
}

/** All that comes until the answer is whole: what a profile started may hold the output open for ever. */
function readAnswer(stdout: Readable): Promise<string> {
  return new Promise((resolve) => {
    let output = "";
    stdout.setEncoding("utf8");
    stdout.on("data", (chunk: string) => {
      output += chunk;
      const isWhole = output.slice(-chunk.length - end.length).includes(end);
      if (isWhole || output.length > maxOutput) stdout.destroy();
    });
    stdout.on("close", () => resolve(output));
  });
}

function endGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** What stands between the markers, split at NULs; undefined without them or without a PATH. */
function parseAnswer(output: string): Record<string, string> | undefined {
  const start = output.lastIndexOf(begin);
  const stop = output.lastIndexOf(end);
  if (start < 0 || stop < start) return undefined;
  const pairs = output
    .slice(start + begin.length, stop)
    .split("\0")
    .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)] as const)
    .filter(([name]) => /^[A-Za-z_]\w*$/.test(name) && !shellState.has(name));
  const variables = Object.fromEntries(pairs);
  return variables["PATH"] === undefined ? undefined : variables;
}
