/** `launch.sh`, really run: what reaches Claude Code, and what is left when it ends. */
import { spawn } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseIdentity } from "../../../src/warden/processes/identity.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { plainEnvironment, setStage } from "./launched.ts";

const tasks: readonly [string, string][] = [
  ["plain words", "add pagination"],
  ["a dash in front", "--help me, -x"],
  ["a slash command", "/speckit.specify a thing"],
  ["quotes of all kinds", `it's "quoted" and \`whoami\` and $(id) and \${HOME} and $((1+1))`],
  ["backslashes and percents", "\\n \\\\ %s %d \\0 !!"],
  ["newlines at the end", "first\nsecond\n\n\n"],
  ["blanks around it", "  \t spaced  \n"],
  ["only a newline", "\n"],
  ["emoji and other scripts", "👩‍🚀 añade paginación 分页 שלום"],
  ["escape sequences", "\u001b[31mred\u001b[0m \u0007 \r\n"],
  ["globs and tildes", "* ? [a-z] ~ ~root {a,b}"],
  ["90 kB", `${"x".repeat(90_000)}\n`],
];

describe("the processes of a session", () => {
  it("9: are kept by pid and start, the recorded program under its own", async () => {
    const stage = await setStage({ ending: `cat /proc/$$/stat > "$(dirname "$0")/stat"` });
    await stage.run();
    const kept = async (who: string) =>
      parseIdentity(await readFile(join(stage.folder, "started", who), "utf8"));
    expect(await kept("claude")).toEqual(
      parseIdentity(await readFile(join(stage.project, "..", "stat"), "utf8")),
    );
    expect((await kept("launcher"))?.pid).toBeLessThan((await kept("claude"))?.pid ?? 0);
  });
});

describe("a task", () => {
  it.each(tasks)("reaches Claude Code byte for byte: %s", async (_, task) => {
    const stage = await setStage({ task });
    await stage.run();
    const { argv, cwd } = await stage.told();
    expect(argv).toEqual(["--session-id", "it's one", "--model", "$HOME", "--", task]);
    expect(cwd).toBe(stage.project);
  });

  it("that is too long for an argument is named instead", async () => {
    const stage = await setStage({ task: "x".repeat(300_000), taskInstead: "Read 'it'." });
    await stage.run();
    expect((await stage.told()).argv.at(-1)).toBe("Read 'it'.");
  });

  it("11: stands neither in launch.sh nor in the log's header", async () => {
    const stage = await setStage({
      task: "the secret plan",
      environment: { ...plainEnvironment, KEY: "hush" },
    });
    await stage.run();
    const log = await readFile(join(stage.folder, "terminal.log"), "utf8");
    const script = await readFile(join(stage.folder, "launch.sh"), "utf8");
    expect(log).toContain("Script started");
    for (const text of [log, script]) expect(text).not.toMatch(/the secret plan|hush/);
  });
});

describe("11: the environment of a session", () => {
  it("is exactly what was given, with the terminal's kind and the marker", async () => {
    const given = { ...plainEnvironment, ODD: "a'b\"c\nPATH=/evil\n$x `y`", EMPTY: "" };
    const stage = await setStage({ environment: given });
    await stage.run({
      PATH: "/usr/bin:/bin",
      TERM: "tmux-256color",
      LEAKED: "secret",
      npm_config_x: "1",
      "BASH_FUNC_f%%": "() { :; }",
      MULTI: "one\nHOME=/evil",
    });
    const { PWD: _, OLDPWD: __, ...env } = (await stage.told()).env;
    const own = {
      JAMA_SESSION_FOLDER: stage.folder,
      TERM: "tmux-256color",
      JAMA_SESSION: "claude-webapp-20260303-142000",
      SHELL: "/bin/bash",
    };
    expect(env).toEqual({ ...given, ...own });
  });

  it("is not left on disk", async () => {
    const stage = await setStage();
    await stage.run();
    expect(await stage.exists("environment.sh")).toBe(false);
  });
});

describe("2: the exit event", () => {
  it.each([0, 1, 7, 130, 255])("has the real code: %i", async (code) => {
    const stage = await setStage({ ending: `exit ${code}` });
    await stage.run();
    expect(await stage.exitEvent()).toEqual({ hook_event_name: "exit", code });
    expect(await readFile(join(stage.folder, "terminal.log"), "utf8")).toContain(
      `COMMAND_EXIT_CODE="${code}"`,
    );
  });

  it("has 128 and the signal's number when it was killed", async () => {
    const stage = await setStage({ ending: "kill -9 $$" });
    await stage.run();
    expect(await stage.exitEvent()).toMatchObject({ code: 137 });
  });

  it("tells that the project's folder is gone", async () => {
    const stage = await setStage();
    await rm(stage.project, { recursive: true });
    await stage.run();
    expect(await stage.exitEvent()).toMatchObject({ code: 78 });
  });

  it("tells that Claude Code's program is gone", async () => {
    const stage = await setStage();
    await rm(join(stage.folder, "..", "claude 2.1"));
    await stage.run();
    expect(await stage.exitEvent()).toMatchObject({ code: 127 });
  });

  it.each(["SIGHUP", "SIGTERM", "SIGINT"] as const)(
    "is not lost when the terminal sends %s",
    async (signal) => {
      const stage = await setStage({ ending: "until [ -e go ]; do sleep 0.05; done; exit 3" });
      const env = { PATH: "/usr/bin:/bin", TERM: "tmux" };
      const shell = spawn("/bin/sh", [join(stage.folder, "launch.sh")], { env, stdio: "ignore" });
      const ended = new Promise((resolve) => shell.once("exit", resolve));
      await waitFor(async () => (await stage.told().catch(() => undefined)) !== undefined);
      shell.kill(signal);
      await writeFile(join(stage.project, "go"), "");
      await ended;
      expect(await stage.exitEvent()).toMatchObject({ code: 3 });
    },
  );
});

describe("9: a second run", () => {
  it("does nothing", async () => {
    const stage = await setStage();
    await stage.run();
    await rm(join(stage.folder, "..", "argv"));
    await rm(join(stage.folder, "events", "exit.json"));
    await stage.run();
    await expect(stage.told()).rejects.toThrow();
    await expect(stage.exitEvent()).rejects.toThrow();
  });
});
