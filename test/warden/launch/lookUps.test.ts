/** Finding Claude Code's program, and the settings that silence its hooks. */
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findProgram } from "../../../src/warden/launch/findProgram.ts";
import { hooksSwitchedOff } from "../../../src/warden/launch/hooksSwitchedOff.ts";
import { tempFolder } from "../../support/host/temp.ts";

describe("a program", () => {
  async function bin(name: string, mode: number): Promise<string> {
    const folder = join(await tempFolder(), "bin");
    await mkdir(folder);
    await writeFile(join(folder, name), "#!/bin/sh\n");
    await chmod(join(folder, name), mode);
    return folder;
  }

  it("is the first of its name in PATH that may be run", async () => {
    const [no, yes, later] = [
      await bin("claude", 0o644),
      await bin("claude", 0o755),
      await bin("claude", 0o755),
    ];
    expect(await findProgram("claude", `/nowhere:${no}:${yes}:${later}`)).toBe(join(yes, "claude"));
  });

  it("is not a folder of that name", async () => {
    const folder = await tempFolder();
    await mkdir(join(folder, "claude"));
    const yes = await bin("claude", 0o755);
    expect(await findProgram("claude", `${folder}:${yes}`)).toBe(join(yes, "claude"));
  });

  it("is not looked for in folders that depend on where one is", async () => {
    expect(await findProgram("package.json", ".:")).toBeUndefined();
  });

  it("that is given with its path is that one or none", async () => {
    const folder = await bin("claude", 0o755);
    expect(await findProgram(join(folder, "claude"), "")).toBe(join(folder, "claude"));
    expect(await findProgram(join(folder, "other"), folder)).toBeUndefined();
  });
});

describe("hooks that are switched off", () => {
  async function project(file: string, text: string): Promise<string> {
    const folder = await tempFolder();
    await mkdir(join(folder, ".claude"));
    await writeFile(join(folder, ".claude", file), text);
    return folder;
  }
  const off = JSON.stringify({ disableAllHooks: true });

  it.each(["settings.json", "settings.local.json"])("are found in the project's %s", async (file) => {
    const path = await project(file, off);
    expect(await hooksSwitchedOff(path, "/nowhere")).toBe(join(path, ".claude", file));
  });

  it("are found in the person's own settings", async () => {
    const path = await project("settings.json", off);
    expect(await hooksSwitchedOff("/nowhere", join(path, ".claude"))).toBe(
      join(path, ".claude", "settings.json"),
    );
  });

  it.each(["", "{", "[]", '{"disableAllHooks":false}', '{"disableAllHooks":"yes"}', "{}"])(
    "are not seen in %j",
    async (text) => {
      expect(await hooksSwitchedOff(await project("settings.json", text), "/nowhere")).toBeUndefined();
    },
  );
});
