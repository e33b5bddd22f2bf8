/** Login shells as people have them: the session gets its environment from them, or it is said that it could not. */
import { appendFile, chmod, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { bash, say } from "../../../src/modelapi/index.ts";
import { claudeEnvironment, testKey } from "../../support/claude/environment.ts";
import { clearedUp, complete, launch, told } from "../../support/jama/session.ts";
import { projectOf, storyTest } from "../../support/jama/stories.ts";
import type { World } from "../../support/jama/world.ts";

const it = storyTest("shell");

/** One session from launch to teardown, with a tool; gives the message of its launch. */
async function works(world: World): Promise<string> {
  world.lab.api.script("do the work", [bash("echo 1 > one.js"), say("The work is done.")]);
  const name = await launch(world, "do the work");
  await clearedUp(world, name);
  expect((await complete(world, name)).text).toContain("1 file changed.");
  return (await told(world, "Session launched")).text;
}

/** What a session needs when no login shell can tell: the program in a usual place, its variables in config.json. */
async function prepareFallback(world: World): Promise<void> {
  const { home, program, api } = world.lab;
  await mkdir(join(home, ".local", "bin"), { recursive: true });
  await symlink(program, join(home, ".local", "bin", "claude"));
  const env = claudeEnvironment({ home, apiUrl: api.url, apiKey: testKey });
  const config = { projects: { [projectOf(world)]: { env } } };
  await writeFile(join(world.jamaHome, "config.json"), JSON.stringify(config));
}

/** For interactive shells only: those that Claude Code starts for its tools go on. */
function atTerminals(command: string): string {
  return `case $- in *i*) ${command} ;; esac\n`;
}

describe.concurrent("a login shell", () => {
  it("may print what it likes", async ({ open }) => {
    const world = await open({ start: false });
    await appendFile(
      join(world.lab.home, ".profile"),
      'echo Welcome; printf "\\033]0;title\\007no newline"\n',
    );
    await world.start();
    expect(await works(world)).not.toContain("The login shell");
  });

  it("that hangs is given up, and that is said", async ({ open }) => {
    const world = await open({ start: false });
    await prepareFallback(world);
    await appendFile(join(world.lab.home, ".profile"), atTerminals("sleep 1000"));
    await world.start();
    expect(await works(world)).toMatch(/The login shell \/bin\/bash did not answer within \d+ s/);
  });

  it("that exits tells nothing, and that is said", async ({ open }) => {
    const world = await open({ start: false });
    await prepareFallback(world);
    await appendFile(join(world.lab.home, ".profile"), atTerminals("exit 3"));
    await world.start();
    expect(await works(world)).toContain("The login shell /bin/bash did not tell its environment");
  });

  it("may be fish", async ({ open }) => {
    const world = await open({ start: false });
    const { home, program, api } = world.lab;
    const env = claudeEnvironment({ home, apiUrl: api.url, apiKey: testKey });
    const lines = Object.entries(env).map(([name, value]) => `  set -gx ${name} '${value}'`);
    const config = ["if status is-interactive", ...lines, `  fish_add_path ${join(program, "..")}`, "end"];
    await mkdir(join(home, ".config", "fish"), { recursive: true });
    await writeFile(join(home, ".config", "fish", "config.fish"), `${config.join("\n")}\n`);
    await world.start({ SHELL: "/usr/bin/fish" });
    expect(await works(world)).not.toContain("The login shell");
  });

  it("that is none of the known ones, or missing, is told", async ({ open }) => {
    const world = await open({ start: false });
    await prepareFallback(world);
    const shell = join(world.lab.folder, "odd shell");
    await writeFile(shell, "#!/bin/sh\necho 'odd: unknown option' >&2; exit 2\n");
    await chmod(shell, 0o755);
    const bot = await world.start({ SHELL: shell });
    expect(await works(world)).toContain(`The login shell ${shell} did not tell its environment`);
    await bot.stop();
    await world.start({ SHELL: "/nowhere/sh" });
    world.lab.api.script("do more", [say("More is done.")]);
    world.person.sends("have Claude Code do more");
    await told(world, "The login shell /nowhere/sh did not tell its environment");
    await told(world, /More is done.*Cleared up/s);
  });
});
