/** What the project may be like: what is measured is what the session changed, and nothing keeps it from starting. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect } from "vitest";
import { bash, say } from "../../../src/modelapi/index.ts";
import { gitEnvironment, makeProject } from "../../support/claude/project.ts";
import { becomes, clearedUp, complete, launch, told } from "../../support/jama/session.ts";
import { storyTest } from "../../support/jama/stories.ts";
import type { World } from "../../support/jama/world.ts";

const it = storyTest("state");

/** Runs a session that does this and gives the line of facts of its completion. */
async function factsOf(world: World, command: string): Promise<string> {
  world.lab.api.script("do the work", [bash(command), say("The work is done.")]);
  const name = await launch(world, "do the work");
  const done = await complete(world, name);
  const measured = await becomes(world, done, ({ text }) => !text.includes("(still measuring)"));
  await clearedUp(world, name);
  return measured.text.split("\n")[1] ?? "";
}

describe.concurrent("a project", () => {
  it("4: without any commit is counted from nothing", async ({ open }) => {
    const world = await open();
    await execa("rm", ["-rf", join(world.lab.project.path, ".git")]);
    await makeProject(world.lab.project.path, { committed: false });
    expect(await factsOf(world, "echo 1 > one.js && echo 2 > two.js")).toMatch(
      /^2 files changed\..*Branch: main$/,
    );
  });

  it("4: that is dirty at launch has only the session's own changes counted", async ({ open }) => {
    const world = await open();
    const { project } = world.lab;
    await project.write({ "README.md": "# Half a thought\n", "untracked.js": "1\n", "both.js": "1\n" });
    expect(await factsOf(world, "echo 2 >> both.js && echo 1 > new.js")).toMatch(/^2 files changed\./);
    expect(await project.git("status", "--porcelain")).toBe(
      [" M README.md", "?? both.js", "?? new.js", "?? untracked.js"].join("\n"),
    );
  });

  it("4: with a submodule is measured, and what is not captured of it is said", async ({ open }) => {
    const world = await open();
    const { project, folder } = world.lab;
    const library = await makeProject(join(folder, "elsewhere", "library"));
    await project.git("-c", "protocol.file.allow=always", "submodule", "add", library.path, "lib");
    await project.git("commit", "-qm", "library");
    await writeFile(join(project.path, "lib", "dirty.js"), "1\n");
    expect(await factsOf(world, "echo 1 > new.js")).toMatch(/^1 file changed\./);
    const { text } = await told(world, "Session launched");
    expect(text).toContain(`Changes inside "lib" are not kept`);
  });

  it("with an empty repository in it starts all the same and says that there is no undo", async ({
    open,
  }) => {
    const world = await open();
    const nested = join(world.lab.project.path, "nested");
    await mkdir(nested);
    await execa("git", ["init", "--quiet"], { cwd: nested, env: gitEnvironment });
    expect(await factsOf(world, "echo 1 > new.js")).toMatch(/Changes unclear|1 file changed/);
    expect((await told(world, "Session launched")).text).toContain("No undo: ");
  });

  it("may have blanks, quotes and other letters in its path", async ({ open }) => {
    const world = await open({ projectName: `it's a "wéb" $app; ü` });
    expect(await factsOf(world, "echo 1 > 'neü file'")).toMatch(/^1 file changed\./);
  });
});
