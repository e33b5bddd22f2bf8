/** Login shells as people have them: each a small real program. */
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { askLoginShell } from "../../../src/warden/launch/loginEnvironment.ts";
import { endProcesses, processesOfHome } from "../../support/claude/processes.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { tempFolder } from "../../support/host/temp.ts";

/** Answers as a shell does that is called with `-ilc <question>`, after `before`. */
async function shellThat(before: string, after = 'shift; eval "$1"') {
  const home = await tempFolder();
  const shell = join(home, "shell");
  await writeFile(shell, `#!/bin/sh\nPATH=/usr/bin:/bin:/own\nexport PATH\n${before}\n${after}\n`);
  await chmod(shell, 0o755);
  onTestFinished(() => endProcesses(() => processesOfHome(home)));
  return { name: "ada", home, shell };
}

describe("the login environment", () => {
  const good: readonly [string, string][] = [
    ["says nothing", ""],
    ["greets", "echo Welcome; printf 'no newline'"],
    ["prints on its error output", "echo trouble >&2"],
    ["prints NULs", "printf 'a\\0b=c\\0jama\\0'"],
    ["prints a whole environment of its own", "env -0"],
    ["waits for a key", "read answer"],
    ["asks the terminal something", "stty -a; tty"],
    ["changes folder", "cd /"],
  ];

  it.each(good)("is what the shell has, also when its profile %s", async (_, before) => {
    const user = await shellThat(`OWN='a\nb=c'; export OWN\n${before}`);
    const { variables, problem } = await askLoginShell(user, { LANG: "C.UTF-8" });
    expect(problem).toBeUndefined();
    expect(variables).toEqual({
      LANG: "C.UTF-8",
      HOME: user.home,
      USER: "ada",
      LOGNAME: "ada",
      SHELL: user.shell,
      PATH: "/usr/bin:/bin:/own",
      OWN: "a\nb=c",
    });
  });

  const bad: readonly [string, string][] = [
    ["exits", "exit 0"],
    ["fails", "exit 7"],
    ["becomes another program", "exec true"],
    ["is killed", "kill -9 $$"],
    ["takes its PATH away", "unset PATH"],
  ];

  it.each(bad)("is a small list, and why is said, when the shell %s", async (_, before) => {
    const user = await shellThat(before);
    const { variables, problem } = await askLoginShell(user, {});
    expect(problem).toContain(user.shell);
    expect(variables["PATH"]).toBe(
      `${user.home}/.local/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
    );
  });

  it("12: does not wait for a profile that hangs, and leaves nothing of it", async () => {
    const user = await shellThat("sleep 600");
    const { problem } = await askLoginShell(user, {}, 300);
    expect(problem).toContain("did not answer within");
    await waitFor(async () => (await processesOfHome(user.home)).length === 0);
  });

  it("is a small list when there is no such shell", async () => {
    const home = await tempFolder();
    const { problem } = await askLoginShell({ name: "ada", home, shell: "/nowhere/sh" }, {});
    expect(problem).toContain("/nowhere/sh");
  });

  it.each(["sleep 600 &", "setsid sleep 600 &"])(
    "does not wait for what the profile starts: %s",
    async (start) => {
      const user = await shellThat(start);
      const { problem, variables } = await askLoginShell(user, {}, 5_000);
      expect(problem).toBeUndefined();
      expect(variables["PATH"]).toBe("/usr/bin:/bin:/own");
    },
    10_000,
  );

  it("is what a real bash has behind its interactive guard, and nothing of the bot's", async () => {
    const home = await tempFolder();
    const guard = "case $- in *i*) ;; *) return;; esac";
    await writeFile(join(home, ".bashrc"), `${guard}\nexport NVM_BIN=/nvm PATH=/nvm/bin:$PATH\necho hello\n`);
    await writeFile(join(home, ".profile"), '. "$HOME/.bashrc"\n');
    const { variables, problem } = await askLoginShell({ name: "ada", home, shell: "/bin/bash" }, {});
    expect(problem).toBeUndefined();
    expect(variables["NVM_BIN"]).toBe("/nvm");
    expect(variables["PATH"]).toMatch(/^\/nvm\/bin:/);
    expect(
      Object.keys(variables).filter((name) => /^(npm_|VITEST|NODE_|TERM|SHLVL|PWD|_$)/.test(name)),
    ).toEqual([]);
  });
});
