/** Which version a program says it is. */
import { chmod, readFile, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { askVersion, ProgramVersions } from "../../../src/warden/versions/programVersion.ts";
import { fetchClaude, olderVersion } from "../../support/claude/fetch.ts";
import { tempFolder } from "../../support/host/temp.ts";

const env = { PATH: "/usr/bin:/bin" };

async function script(folder: string, lines: string): Promise<string> {
  const path = join(folder, "claude");
  await writeFile(path, `#!/bin/sh\n${lines}\n`);
  await chmod(path, 0o755);
  return path;
}

describe("a program's version", () => {
  it("is what the real Claude Code says", { timeout: 600_000 }, async () => {
    const home = await tempFolder();
    expect(await askVersion(await fetchClaude(olderVersion), { ...env, HOME: home })).toEqual({
      version: olderVersion,
    });
  });

  it.each([
    ["exit 3", "exit code 3"],
    ["echo broken >&2; exit 1", "exit code 1: broken"],
    ["echo hello", "exit code 0: hello"],
    ["kill -9 $$", /^it did not end by itself/],
  ])("is not known of one that does this: %s", async (lines, why) => {
    const said = await askVersion(await script(await tempFolder(), lines), env);
    expect(said).toEqual({
      version: undefined,
      why: why instanceof RegExp ? expect.stringMatching(why) : why,
    });
  });

  it("is asked once, until the file is another one", async () => {
    const folder = await tempFolder();
    const program = await script(folder, `echo x >>"${folder}/asked"; echo "2.1.400 (Claude Code)"`);
    const link = join(folder, "link");
    await symlink(program, link);
    const versions = new ProgramVersions();
    const both = await Promise.all([versions.of(program, env), versions.of(link, env)]);
    expect(both).toEqual([{ version: "2.1.400" }, { version: "2.1.400" }]);
    const asked = async () => (await readFile(join(folder, "asked"), "utf8")).trim().split("\n").length;
    expect(await asked()).toBe(1);
    await utimes(program, 1, 1);
    await versions.of(link, env);
    expect(await asked()).toBe(2);
  });
});
