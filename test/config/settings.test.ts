/** Settings from an environment that is given. */
import { readFileSync } from "node:fs";
import { totalmem } from "node:os";
import { describe, expect, it } from "vitest";
import { readSettings, SettingsError } from "../../src/config/settings.ts";

const needed = { HOME: "/home/ada", TELEGRAM_BOT_TOKEN: "123:ABCDEFGHIJKLM", TELEGRAM_ALLOWED_USERS: "42" };

function problem(env: Readonly<Record<string, string | undefined>>): string {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return "";
}

describe("settings", () => {
  it("have the defaults of the design", () => {
    expect(readSettings(needed)).toEqual({
      telegram: { token: "123:ABCDEFGHIJKLM", users: [42], chats: [], apiRoot: "https://api.telegram.org" },
      model: { apiKey: undefined, baseUrl: undefined, name: "claude-haiku-5-5" },
      home: "/home/ada/.jama",
      projectsDirs: ["/home/ada/Projects"],
      agentEnv: [],
      graceMs: 120_000,
      stuckMs: 1_200_000,
      maxSessions: Math.max(1, Math.floor(totalmem() / (300 * 1024 * 1024))),
      keepMs: 14 * 86_400_000,
      tmuxSocket: undefined,
      sshHost: undefined,
      claude: { bin: "claude", permissionMode: undefined },
      logLevel: "info",
      notBuiltYet: [],
    });
  });

  it("take lists, paths from home, and blanks around them", () => {
    const read = readSettings({
      ...needed,
      TELEGRAM_ALLOWED_USERS: " 42, 43 ",
      TELEGRAM_ALLOWED_CHATS: "-1001",
      TELEGRAM_API_ROOT: "http://localhost:8081/",
      JAMA_HOME: "~/j",
      JAMA_PROJECTS_DIR: "~/a:/b",
      JAMA_AGENT_ENV: "A, B_2",
      JAMA_IDLE_GRACE_SECONDS: "0.5",
      JAMA_TOPICS: "on",
    });
    expect(read.telegram).toMatchObject({
      users: [42, 43],
      chats: [-1001],
      apiRoot: "http://localhost:8081",
    });
    expect([read.home, read.projectsDirs]).toEqual(["/home/ada/j", ["/home/ada/a", "/b"]]);
    expect([read.agentEnv, read.graceMs, read.notBuiltYet]).toEqual([["A", "B_2"], 500, ["JAMA_TOPICS"]]);
  });

  it("take an empty variable for none", () => {
    expect(readSettings({ ...needed, JAMA_MODEL: "", JAMA_MAX_SESSIONS: " " }).model.name).toBe(
      "claude-haiku-5-5",
    );
  });

  it.each([
    ["TELEGRAM_BOT_TOKEN", ["", "abc", "123", "token:123"]],
    ["TELEGRAM_ALLOWED_USERS", ["", "@ada", "42,ada", "-5", ","]],
    ["TELEGRAM_ALLOWED_CHATS", ["team"]],
    ["TELEGRAM_API_ROOT", ["localhost", "ftp://x"]],
    ["JAMA_AGENT_ENV", ["A=b", "A B"]],
    ["JAMA_IDLE_GRACE_SECONDS", ["0", "-1", "soon", "Infinity"]],
    ["JAMA_STUCK_MINUTES", ["0", "x"]],
    ["JAMA_MAX_SESSIONS", ["0", "1.5", "many"]],
    ["JAMA_KEEP_DAYS", ["-1", "x"]],
    ["JAMA_TMUX_SOCKET", ["a b", "../x"]],
    ["JAMA_SSH_HOST", ["-oProxyCommand=x", "a b", "a'b"]],
    ["JAMA_TOPICS", ["yes"]],
    ["LOG_LEVEL", ["loud"]],
    ["CLAUDE_PERMISSION_MODE", ["accept edits", "--yolo"]],
  ])("name %s and the remedy when it is one of %j", (name, values) => {
    for (const value of values)
      expect(problem({ ...needed, [name]: value })).toMatch(new RegExp(`  ${name} \\S.*\\. \\S`));
  });

  it("tell all that is wrong at once, and no secret in it", () => {
    const said = problem({ TELEGRAM_BOT_TOKEN: "not-a-token-but-secret", LOG_LEVEL: "x" });
    expect(said).toMatch(/TELEGRAM_BOT_TOKEN[\s\S]*TELEGRAM_ALLOWED_USERS is missing[\s\S]*LOG_LEVEL/);
    expect(said).not.toContain("secret");
  });

  it("are all listed in .env.example", () => {
    const example = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
    const source = readFileSync(new URL("../../src/config/settings.ts", import.meta.url), "utf8");
    const names = new Set(source.match(/\b(?:TELEGRAM|ANTHROPIC|JAMA|CLAUDE|LOG)_[A-Z_]+(?=:)/g));
    expect([...names].filter((name) => !example.includes(`${name}=`))).toEqual([]);
  });
});
