/**
 * A home folder in which Claude Code is set up, and whose login shell knows it: profile and guard as Debian
 * has them, the variables behind the guard, where only an interactive login shell finds them.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface HomeOptions {
  readonly apiKey: string;
  /** Absolute paths of projects whose trust dialog was accepted. */
  readonly trusted: readonly string[];
  /** Whether the warning of bypassPermissions was accepted; true by default. */
  readonly bypassAccepted?: boolean;
  /** Merged into .claude.json. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** Merged into .claude/settings.json. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Exported by the login shell. */
  readonly exports?: Readonly<Record<string, string>>;
  /** Put first on the login shell's PATH. */
  readonly path?: readonly string[];
}

/** Writes the folder; it may exist. */
export async function prepareHome(home: string, options: HomeOptions): Promise<void> {
  const { apiKey, trusted, bypassAccepted = true, extra = {}, settings = {} } = options;
  await mkdir(join(home, ".claude"), { recursive: true });
  await mkdir(join(home, "tmp"), { recursive: true });
  await writeJson(join(home, ".claude.json"), {
    hasCompletedOnboarding: true,
    customApiKeyResponses: { approved: [apiKey.slice(-20)], rejected: [] },
    projects: Object.fromEntries(trusted.map((path) => [path, { hasTrustDialogAccepted: true }])),
    ...extra,
  });
  await writeJson(join(home, ".claude", "settings.json"), {
    ...(bypassAccepted ? { skipDangerousModePermissionPrompt: true } : {}),
    ...settings,
  });
  await writeFile(join(home, ".profile"), '[ -n "$BASH_VERSION" ] && . "$HOME/.bashrc"\n');
  await writeFile(join(home, ".bashrc"), shellStart(options));
}

function shellStart({ exports = {}, path = [] }: HomeOptions): string {
  const guard = "case $- in *i*) ;; *) return ;; esac";
  const lines = Object.entries(exports).map(([name, value]) => `export ${name}=${quoted(value)}`);
  const first = path.length === 0 ? [] : [`export PATH=${quoted(path.join(":"))}:"$PATH"`];
  return `${[guard, ...lines, ...first].join("\n")}\n`;
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`;
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}
