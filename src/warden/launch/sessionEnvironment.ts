/** What environment a session gets, and how it is written for launch.sh. Pure. */
import { shellQuote } from "./shellQuote.ts";

/** Never handed on: Jama's own secret, tmux's, and the marks of a Claude Code that the bot itself may run under. */
const withheld: ReadonlySet<string> = new Set([
  "TELEGRAM_BOT_TOKEN",
  "TMUX",
  "TMUX_PANE",
  "CLAUDECODE",
  "CLAUDE_CODE_ENTRYPOINT",
  "CLAUDE_CODE_SSE_PORT",
  "CLAUDE_CODE_SESSION_ID",
  "CLAUDE_CODE_CHILD_SESSION",
  "JAMA_SESSION",
  "JAMA_SESSION_FOLDER",
]);

type Variables = Readonly<Record<string, string | undefined>>;

/** Later sources win: the login environment, the bot's variables named in JAMA_AGENT_ENV, the project's own. */
export function sessionEnvironment(
  login: Variables,
  bot: Variables,
  agentNames: readonly string[],
  project: Variables,
): Record<string, string> {
  const handed = Object.fromEntries(
    agentNames.flatMap((name) => (bot[name] === undefined ? [] : [[name, bot[name]]])),
  );
  const merged = { ...login, ...handed, ...project };
  return Object.fromEntries(
    Object.entries(merged).filter((pair): pair is [string, string] => {
      const [name, value] = pair;
      return value !== undefined && !withheld.has(name) && /^[A-Za-z_]\w*$/.test(name);
    }),
  );
}

/** As lines that a POSIX shell sources. */
export function asShellExports(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `export ${name}=${shellQuote(value)}\n`)
    .join("");
}
