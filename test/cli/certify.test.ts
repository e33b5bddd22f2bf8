/** `jama certify` as a person runs it: the built command, in a process of its own. */
import { access, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { fetchClaude } from "../support/claude/fetch.ts";
import { expectNoLeftovers, leftovers } from "../support/claude/leftovers.ts";
import { waitFor } from "../support/claude/wait.ts";
import { tempFolder } from "../support/host/temp.ts";
import { jama } from "./cli.ts";

const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
const timeout = 5 * 60_000;

/** The command, not waited for, in a home that has no settings at all. */
async function run(...args: string[]) {
  const home = await tempFolder();
  const env = { PATH: process.env["PATH"], HOME: home, SHELL: "/bin/bash", LANG: "C.UTF-8" };
  // By default SIGKILL follows a SIGTERM after 5 s: on a busy machine that is before all is cleared up.
  const forceKillAfterDelay = false;
  const about = { extendEnv: false, cwd: home, reject: false, stdin: "ignore" } as const;
  const options = { env, ...about, forceKillAfterDelay } as const;
  const holder = join(home, ".jama", "certify.pid");
  const child = execa(process.execPath, [main, "certify", ...args], options);
  return { home, holder, child, again: () => execa(process.execPath, [main, "certify", ...args], options) };
}

/** The folder of the check, as soon as a session of it runs. */
async function underWay(holder: string): Promise<string> {
  let root = "";
  await waitFor(
    async () => {
      const { roots } = JSON.parse(await readFile(holder, "utf8").catch(() => '{"roots":[]}'));
      root = roots[0] ?? "";
      const sessions = join(root, "home", ".claude", "sessions");
      return (
        root !== "" &&
        access(sessions).then(
          () => true,
          () => false,
        )
      );
    },
    { timeoutMs: 60_000 },
  );
  return root;
}

const isGone = (path: string) =>
  access(path).then(
    () => false,
    () => true,
  );

describe("jama certify", { timeout }, () => {
  it("says what is wrong with a program that is not there, and records nothing", async () => {
    const { child, home, holder } = await run("--bin", "./no-claude");
    const { exitCode, stderr, stdout } = await child;
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^Not checked: Claude Code was not found: no program ".*\/no-claude"/);
    expect(await isGone(join(home, ".jama", "certified.json"))).toBe(true);
    expect(await isGone(holder)).toBe(true);
  });

  it("ends all that it began when it is interrupted, and records nothing", async () => {
    const { child, home, holder } = await run("--bin", await fetchClaude());
    const root = await underWay(holder);
    child.kill("SIGINT");
    expect(await child).toMatchObject({
      exitCode: 130,
      stderr: "Stopped: nothing is noted, and nothing was left behind.",
    });
    await expectNoLeftovers({ homes: [join(root, "home")] });
    expect([await isGone(root), await isGone(holder)]).toEqual([true, true]);
    expect(await isGone(join(home, ".jama", "certified.json"))).toBe(true);
  });

  it("runs once at a time, and clears up after one that was killed", async () => {
    const { child, holder, again } = await run("--bin", await fetchClaude());
    const root = await underWay(holder);
    expect(await again()).toMatchObject({ exitCode: 2, stderr: "A check runs already." });
    child.kill("SIGKILL");
    await child;
    expect((await leftovers({ homes: [join(root, "home")] })).length).toBeGreaterThan(0);
    const next = again();
    await waitFor(async () => (await isGone(root)) && (await underWay(holder)) !== root, {
      timeoutMs: 60_000,
    });
    await expectNoLeftovers({ homes: [join(root, "home")] });
    const second = await underWay(holder);
    next.kill("SIGTERM");
    await next;
    await expectNoLeftovers({ homes: [join(second, "home")] });
  });

  it("takes no other number of sessions than one or more", async () => {
    expect(await jama(["certify", "--at-once", "0"])).toMatchObject({ code: 2, starts: 0 });
  });

  it("goes by a holder that can be read, and by no other", async () => {
    const { child, home, holder } = await run("--bin", "/no/claude");
    await child;
    await mkdir(join(home, ".jama"), { recursive: true });
    await writeFile(holder, "{");
    const env = { PATH: process.env["PATH"], HOME: home, SHELL: "/bin/bash" };
    const options = { env, extendEnv: false, reject: false, stdin: "ignore" } as const;
    const ended = await execa(process.execPath, [main, "certify", "--bin", "/no/claude"], options);
    expect(ended.stderr).toContain("Not checked: Claude Code was not found");
  });
});
