/** Launches that cannot work: the person is told why, and nothing is left but their task. */
import { chmod, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect } from "vitest";
import { waitFor } from "../../support/claude/wait.ts";
import { clearedUp, launch, sessionFolder, timesTold, told } from "../../support/jama/session.ts";
import { storyTest } from "../../support/jama/stories.ts";
import type { World } from "../../support/jama/world.ts";

const it = storyTest("programs");

/** Told once as not started; its tmux session is gone, its task is kept. */
async function didNotStart(world: World, name: string, why: string): Promise<string> {
  const { text, silent } = await world.server.waitFor(
    world.person.id,
    (one) => one.text.startsWith(`Session ${name} did not start: ${why}`),
    { timeoutMs: 60_000 },
  );
  expect(silent).toBe(false);
  expect(timesTold(world, "did not start")).toBe(1);
  await waitFor(async () => (await world.lab.tmux.list()).length === 0);
  expect(await readFile(join(sessionFolder(world, name), "task.md"), "utf8")).toBe("look around");
  return text;
}

const programs = ["cat", "env", "git", "mkdir", "mv", "rm", "script", "sed", "sh", "tmux"];

/** A folder for PATH that has everything the bot needs, but for what is left out. */
async function pathWithout(world: World, missing: string): Promise<string> {
  const folder = join(world.lab.folder, "programs");
  await mkdir(folder);
  for (const program of programs.filter((one) => one !== missing)) {
    await symlink((await execa("which", [program])).stdout, join(folder, program));
  }
  return folder;
}

describe.concurrent("a launch", () => {
  it("without the program of Claude Code is refused with the name that was looked for", async ({ open }) => {
    const world = await open({ settings: { CLAUDE_BIN: "claude-code-of-mine" } });
    world.person.sends("have Claude Code look around");
    const { text } = await told(world, "Not started: Claude Code was not found");
    expect(text).toContain('no program "claude-code-of-mine" in your login environment');
    expect(await world.lab.tmux.list()).toEqual([]);
  });

  it("without tmux is refused, and works once tmux is there", async ({ open }) => {
    const world = await open({ start: false });
    const PATH = await pathWithout(world, "tmux");
    await world.start({ PATH });
    world.person.sends("have Claude Code look around");
    const refused = await told(world, "Not started: tmux is not installed");
    expect(refused.text).toContain("Install tmux, then send the task again.");
    await symlink((await execa("which", ["tmux"])).stdout, join(PATH, "tmux"));
    await clearedUp(world, await launch(world, "look around again"));
  });

  it("2, 12: whose Claude Code ends at once is told with what the screen showed", async ({ open }) => {
    const world = await open({ settings: { CLAUDE_PERMISSION_MODE: "nonsense" } });
    const name = await launch(world, "look around");
    const text = await didNotStart(world, name, "Claude Code ended at once with code 1.");
    expect(text).toMatch(/nonsense.*(invalid|allowed choices)/is);
  });

  it("2, 12: without a sign of life is told after half a minute, and taken away", async ({ open }) => {
    const world = await open({ start: false });
    const program = join(world.lab.folder, "sleeper");
    await writeFile(program, "#!/bin/sh\necho Thinking about it\nexec sleep 1000\n");
    await chmod(program, 0o755);
    await world.start({ CLAUDE_BIN: program });
    const name = await launch(world, "look around");
    const text = await didNotStart(world, name, "No sign of life of Claude Code within 30 s.");
    expect(text).toContain("Thinking about it");
  });
});
