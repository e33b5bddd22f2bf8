/**
 * Settings, read once by a schema from an environment that is given: DESIGN.md "Settings" is the contract.
 * Wrong settings stop the start, all of them at once, each with its variable's name and the remedy.
 */
import { homedir, totalmem } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";
import { readPlaces } from "./places.ts";

export type Env = Readonly<Record<string, string | undefined>>;

/** Resident memory that one session of Claude Code is counted with (docs/architecture.md says where it comes from). */
const sessionMemoryBytes = 300 * 1024 * 1024;

const seconds = z.coerce
  .number()
  .positive()
  .max(86_400 * 365);
const count = z.coerce.number().int().min(1).max(10_000);
const list = (separator: string) =>
  z.string().transform((text) =>
    text
      .split(separator)
      .map((item) => item.trim())
      .filter((item) => item !== ""),
  );
const numericIds = list(",").pipe(
  z.array(
    z
      .string()
      .regex(/^-?\d+$/)
      .transform(Number),
  ),
);

const Variables = z.object({
  TELEGRAM_BOT_TOKEN: z.string().regex(/^\d+:[\w-]{10,}$/),
  TELEGRAM_ALLOWED_USERS: numericIds.refine((ids) => ids.length > 0 && ids.every((id) => id > 0)),
  TELEGRAM_ALLOWED_CHATS: numericIds.default([]),
  TELEGRAM_API_ROOT: z.url({ protocol: /^https?$/ }).default("https://api.telegram.org"),
  ANTHROPIC_API_KEY: z.string().optional(),
  ANTHROPIC_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  JAMA_MODEL: z.string().default("claude-haiku-5-5"),
  JAMA_HOME: z.string().optional(),
  JAMA_PROJECTS_DIR: list(":").optional(),
  JAMA_AGENT_ENV: list(",")
    .pipe(z.array(z.string().regex(/^[A-Za-z_]\w*$/)))
    .default([]),
  JAMA_IDLE_GRACE_SECONDS: seconds.default(120),
  JAMA_STUCK_MINUTES: seconds.default(20),
  JAMA_MAX_SESSIONS: count.optional(),
  JAMA_KEEP_DAYS: z.coerce.number().min(0).max(36_500).default(14),
  JAMA_TMUX_SOCKET: z
    .string()
    .regex(/^[\w.-]+$/)
    .optional(),
  JAMA_TOPICS: z.enum(["on", "off"]).default("off"),
  JAMA_SSH_HOST: z
    .string()
    .regex(/^[^\s'"-][^\s'"]*$/)
    .optional(),
  JAMA_TRANSCRIBE_CMD: z.string().optional(),
  CLAUDE_BIN: z.string().default("claude"),
  CLAUDE_PERMISSION_MODE: z
    .string()
    .regex(/^[A-Za-z]+$/)
    .optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

/** What to do when a variable is missing or wrong: one sentence each. */
const remedies: Readonly<Record<keyof z.infer<typeof Variables>, string>> = {
  TELEGRAM_BOT_TOKEN:
    "Create a bot with @BotFather in Telegram and put its token here (digits, a colon, letters).",
  TELEGRAM_ALLOWED_USERS:
    "Put your numeric Telegram user id here, several with commas. @userinfobot tells yours; names do not work.",
  TELEGRAM_ALLOWED_CHATS: "Numeric ids of groups, comma-separated, or leave it out.",
  TELEGRAM_API_ROOT: "A URL such as https://api.telegram.org, or leave it out.",
  ANTHROPIC_API_KEY: "A key from the Anthropic console, or leave it out to work without a model.",
  ANTHROPIC_BASE_URL: "A URL such as https://api.anthropic.com, or leave it out.",
  JAMA_MODEL: "The name of a model, or leave it out.",
  JAMA_HOME: "A folder that Jama may write to, or leave it out for ~/.jama.",
  JAMA_PROJECTS_DIR: "A folder whose git repositories are projects, several with ':'.",
  JAMA_AGENT_ENV: "Names of variables, comma-separated, without values.",
  JAMA_IDLE_GRACE_SECONDS: "A number of seconds greater than 0.",
  JAMA_STUCK_MINUTES: "A number of minutes greater than 0.",
  JAMA_MAX_SESSIONS: "A whole number of at least 1.",
  JAMA_KEEP_DAYS: "A number of days, 0 or more.",
  JAMA_TMUX_SOCKET: "A plain name as tmux -L takes it: letters, digits, dot, dash.",
  JAMA_TOPICS: "on or off.",
  JAMA_SSH_HOST: "A host as ssh takes it, such as me@desk.",
  JAMA_TRANSCRIBE_CMD: "A command, or leave it out.",
  CLAUDE_BIN: "The name or path of Claude Code's program.",
  CLAUDE_PERMISSION_MODE: "A mode that claude --permission-mode takes, such as acceptEdits or plan.",
  LOG_LEVEL: "One of trace, debug, info, warn, error, fatal, silent.",
};

/** Settings that cannot be used. Its message lists every variable with what is wrong and what to do. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

export interface Settings {
  telegram: { token: string; users: number[]; chats: number[]; apiRoot: string };
  model: { apiKey: string | undefined; baseUrl: string | undefined; name: string };
  home: string;
  projectsDirs: string[];
  agentEnv: string[];
  graceMs: number;
  stuckMs: number;
  maxSessions: number;
  keepMs: number;
  tmuxSocket: string | undefined;
  sshHost: string | undefined;
  claude: { bin: string; permissionMode: string | undefined };
  logLevel: string;
  /** Set, but not built yet: named in the log so that nobody wonders. */
  notBuiltYet: string[];
}

/** Settings from an environment; an empty variable counts as missing. Throws SettingsError. */
export function readSettings(env: Env): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = Variables.safeParse(given);
  if (!parsed.success) throw new SettingsError(explain(parsed.error, given));
  const v = parsed.data;
  const userHome = given["HOME"] ?? homedir();
  const expand = (path: string) => resolve(path.replace(/^~(?=\/|$)/, userHome));
  return {
    telegram: {
      token: v.TELEGRAM_BOT_TOKEN,
      users: v.TELEGRAM_ALLOWED_USERS,
      chats: v.TELEGRAM_ALLOWED_CHATS,
      apiRoot: v.TELEGRAM_API_ROOT.replace(/\/$/, ""),
    },
    model: { apiKey: v.ANTHROPIC_API_KEY, baseUrl: v.ANTHROPIC_BASE_URL, name: v.JAMA_MODEL },
    home: readPlaces(given).home,
    projectsDirs: (v.JAMA_PROJECTS_DIR ?? ["~/Projects"]).map(expand),
    agentEnv: v.JAMA_AGENT_ENV,
    graceMs: v.JAMA_IDLE_GRACE_SECONDS * 1000,
    stuckMs: v.JAMA_STUCK_MINUTES * 60_000,
    maxSessions: v.JAMA_MAX_SESSIONS ?? Math.max(1, Math.floor(totalmem() / sessionMemoryBytes)),
    keepMs: v.JAMA_KEEP_DAYS * 86_400_000,
    tmuxSocket: v.JAMA_TMUX_SOCKET,
    sshHost: v.JAMA_SSH_HOST,
    claude: { bin: v.CLAUDE_BIN, permissionMode: v.CLAUDE_PERMISSION_MODE },
    logLevel: v.LOG_LEVEL,
    notBuiltYet: [
      ...(v.JAMA_TOPICS === "on" ? ["JAMA_TOPICS"] : []),
      ...(v.JAMA_TRANSCRIBE_CMD ? ["JAMA_TRANSCRIBE_CMD"] : []),
    ],
  };
}

function explain(error: z.ZodError, given: Env): string {
  const names = [...new Set(error.issues.map((issue) => String(issue.path[0])))] as (keyof typeof remedies)[];
  const lines = names.map((name) => {
    const problem = given[name] === undefined ? "is missing" : "cannot be used as it is";
    return `  ${name} ${problem}. ${remedies[name]}`;
  });
  return `Jama cannot start with these settings (environment or .env):\n${lines.join("\n")}`;
}
