/** What a session gets of the environments around it, and what it never gets. */
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { asShellExports, sessionEnvironment } from "../../../src/warden/launch/sessionEnvironment.ts";

const login = { PATH: "/usr/bin", HOME: "/home/ada" };
const bot = {
  TELEGRAM_BOT_TOKEN: "1:token",
  ANTHROPIC_API_KEY: "sk-ant-bot",
  EXTRA: "bot's",
  npm_config_x: "1",
};

describe("11: a session's environment", () => {
  it("is the login environment, without anything of the bot's", () => {
    expect(sessionEnvironment(login, bot, [], {})).toEqual(login);
  });

  it("has the bot's key only when JAMA_AGENT_ENV names it, or the login environment has one of its own", () => {
    expect(sessionEnvironment(login, bot, ["ANTHROPIC_API_KEY"], {})["ANTHROPIC_API_KEY"]).toBe("sk-ant-bot");
    const own = { ...login, ANTHROPIC_API_KEY: "sk-ant-own" };
    expect(sessionEnvironment(own, bot, [], {})["ANTHROPIC_API_KEY"]).toBe("sk-ant-own");
  });

  it("never has the bot's token, whoever asks for it", () => {
    const asked = sessionEnvironment({ ...login, ...bot }, bot, ["TELEGRAM_BOT_TOKEN"], { ...bot });
    expect(asked).not.toHaveProperty("TELEGRAM_BOT_TOKEN");
  });

  it("has no mark of an outer tmux, Claude Code or session", () => {
    const marks = {
      TMUX: "x",
      TMUX_PANE: "%1",
      CLAUDECODE: "1",
      CLAUDE_CODE_ENTRYPOINT: "cli",
      JAMA_SESSION: "y",
    };
    expect(sessionEnvironment({ ...login, ...marks }, {}, [], {})).toEqual(login);
  });

  it("lets the bot's named variables win over the login's, and the project's over both", () => {
    const all = sessionEnvironment({ EXTRA: "login's" }, bot, ["EXTRA"], {});
    expect(all["EXTRA"]).toBe("bot's");
    expect(sessionEnvironment({}, bot, ["EXTRA"], { EXTRA: "project's" })["EXTRA"]).toBe("project's");
  });

  it("keeps the login's value where JAMA_AGENT_ENV names a variable that the bot does not have", () => {
    expect(sessionEnvironment({ EXTRA: "login's" }, {}, ["EXTRA"], {})).toEqual({ EXTRA: "login's" });
  });

  it("has names only that a shell takes", () => {
    const odd = { "BASH_FUNC_f%%": "() { :; }", "a-b": "1", "1A": "1", "": "1", _ok1: "1" };
    expect(sessionEnvironment(odd, {}, [], {})).toEqual({ _ok1: "1" });
  });
});

describe("its lines for a shell", () => {
  it("give back every value as it was", async () => {
    const variables = { A: "it's", B: "one\ntwo\n", C: "$HOME `id` $(id) \\", D: "", E: "👩‍🚀", F: "-n" };
    const script = `${asShellExports(variables)}exec env -0`;
    const { stdout } = await execa("/bin/sh", ["-c", script], { env: {}, extendEnv: false });
    for (const [name, value] of Object.entries(variables))
      expect(stdout.split("\0")).toContain(`${name}=${value}`);
  });
});
