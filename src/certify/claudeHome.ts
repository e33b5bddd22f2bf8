/**
 * A home in which Claude Code is set up for a scripted model, and the environment that keeps it on this machine:
 * the model is on loopback, and whatever else it might call goes to a proxy that nobody listens on.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A key that looks right and opens nothing. */
const scriptedKey = `sk-ant-${"jama-certify-".repeat(7)}`;
/** The discard port of this machine: what is sent there is refused at once. */
const nowhere = "http://127.0.0.1:9";

/** What a profile of the whole machine may set, and what would lead to another model than the scripted one. */
const elsewhere = [
  "ANTHROPIC_AUTH_TOKEN",
  "ANTHROPIC_CUSTOM_HEADERS",
  "ANTHROPIC_MODEL",
  "CLAUDE_CODE_OAUTH_TOKEN",
  "CLAUDE_CODE_USE_BEDROCK",
  "CLAUDE_CODE_USE_FOUNDRY",
  "CLAUDE_CODE_USE_VERTEX",
];

/** Writes the folder. `trusted`: absolute paths of the projects whose trust dialog counts as accepted. */
export async function prepareClaudeHome(home: string, trusted: readonly string[]): Promise<void> {
  await mkdir(join(home, ".claude"), { recursive: true, mode: 0o700 });
  await mkdir(join(home, "tmp"), { recursive: true, mode: 0o700 });
  const config = {
    hasCompletedOnboarding: true,
    customApiKeyResponses: { approved: [scriptedKey.slice(-20)], rejected: [] },
    projects: Object.fromEntries(trusted.map((path) => [path, { hasTrustDialogAccepted: true }])),
  };
  await writeFile(join(home, ".claude.json"), JSON.stringify(config, null, 2), { mode: 0o600 });
  const settings = { skipDangerousModePermissionPrompt: true };
  await writeFile(join(home, ".claude", "settings.json"), JSON.stringify(settings), { mode: 0o600 });
}

/** All that Claude Code gets beside HOME and TERM. `asRoot`: it then wants to be told that this is a sandbox. */
export function loopbackEnvironment(input: {
  home: string;
  apiUrl: string;
  path: string;
  asRoot: boolean;
}): Record<string, string> {
  const { home, apiUrl, path, asRoot } = input;
  return {
    ...Object.fromEntries(elsewhere.map((name) => [name, ""])),
    PATH: path,
    TMPDIR: join(home, "tmp"),
    CLAUDE_CODE_TMPDIR: join(home, "tmp"),
    ANTHROPIC_BASE_URL: apiUrl,
    ANTHROPIC_API_KEY: scriptedKey,
    DISABLE_AUTOUPDATER: "1",
    DISABLE_TELEMETRY: "1",
    DISABLE_ERROR_REPORTING: "1",
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
    // The former does not keep 2.1.329 from asking github.com for its plugins, by ssh and by git.
    CLAUDE_CODE_DISABLE_OFFICIAL_MARKETPLACE_AUTOINSTALL: "1",
    GIT_ALLOW_PROTOCOL: "file",
    ...Object.fromEntries(proxyNames.map((name) => [name, nowhere])),
    NO_PROXY: "127.0.0.1,localhost",
    no_proxy: "127.0.0.1,localhost",
    ...(asRoot ? { IS_SANDBOX: "1" } : {}),
  };
}

const proxyNames = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"];
