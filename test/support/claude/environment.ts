/** The variables with which the real Claude Code talks to a scripted model and to nobody else. */

export interface ClaudeWorld {
  readonly home: string;
  readonly apiUrl: string;
  readonly apiKey: string;
}

/** A key that looks right and opens nothing. */
export const testKey = `sk-ant-${"test".repeat(20)}`;

/** What Claude Code needs beside PATH and TERM; its temporary files go with the home. As root it also wants to be told that this is a sandbox. */
export function claudeEnvironment(world: ClaudeWorld): Record<string, string> {
  return {
    HOME: world.home,
    ANTHROPIC_BASE_URL: world.apiUrl,
    ANTHROPIC_API_KEY: world.apiKey,
    CLAUDE_CODE_TMPDIR: `${world.home}/tmp`,
    DISABLE_AUTOUPDATER: "1",
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
    CLAUDE_CODE_DISABLE_OFFICIAL_MARKETPLACE_AUTOINSTALL: "1",
    ...(process.getuid?.() === 0 ? { IS_SANDBOX: "1" } : {}),
  };
}
