/**
 * The environment a person has at their own terminal, asked of their interactive login shell from a clean
 * slate. Profiles print text, exit, exec or hang; so it is read after a marker, within a time limit, and
 * when that fails a small list stands in and `problem` says so.
 */
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
const marker = "jama-environment-follows";
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
  const question = `printf '\\0%s\\0' ${shellQuote(marker)}; exec env -0`;
  const shell = execa(user.shell, ["-ilc", question], {
    env: { ...base, TERM: "dumb" },
    extendEnv: false,
    cwd: user.home,
    stdin: "ignore",
    stderr: "ignore",
    encoding: "buffer",
    reject: false,
    detached: true, // a session of its own: no job control, and its whole group can be ended
    maxBuffer: 16 * 1024 * 1024,
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    if (shell.pid !== undefined) endGroup(shell.pid);
  }, timeoutMs);
  const result = await shell;
  clearTimeout(timer);
  const variables = late ? undefined : parseAfterMarker(Buffer.from(result.stdout ?? []).toString());
  if (variables) return { variables: { ...base, ...variables }, problem: undefined };
  const why = late ? `did not answer within ${timeoutMs / 1000} s` : "did not tell its environment";
  return {
    variables: fallback,
    problem: `The login shell ${user.shell} ${why}; a small standard PATH is used.`,
  };
}

function endGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** What follows the marker, split at NULs; undefined without the marker or without a PATH. */
function parseAfterMarker(output: string): Record<string, string> | undefined {
  const start = output.lastIndexOf(`\0${marker}\0`);
  if (start < 0) return undefined;
  const pairs = output
    .slice(start + marker.length + 2)
    .split("\0")
    .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)] as const)
    .filter(([name]) => /^[A-Za-z_]\w*$/.test(name) && !shellState.has(name));
  const variables = Object.fromEntries(pairs);
  return variables["PATH"] === undefined ? undefined : variables;
}
