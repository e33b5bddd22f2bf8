/** `config.json`, `.env` and the lock of a home, on real files. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hostUser, readEnvironment } from "../../src/config/environment.ts";
import { readConfigFile } from "../../src/config/projects.ts";
import { SettingsError } from "../../src/config/settings.ts";
import { tempFolder } from "../support/host/temp.ts";

async function homeWith(name: string, text: string): Promise<string> {
  const home = await tempFolder();
  await writeFile(join(home, name), text);
  return home;
}

describe("config.json", () => {
  it("may be missing", async () => {
    expect(await readConfigFile(await tempFolder())).toEqual({ projects: {} });
  });

  it("adds settings by project", async () => {
    const web = {
      path: "~/web",
      aliases: ["site"],
      permissionMode: "plan",
      verify: "npm test",
      env: { A: "1" },
    };
    const home = await homeWith("config.json", JSON.stringify({ projects: { web } }));
    expect(await readConfigFile(home)).toEqual({ projects: { web } });
  });

  it.each([true, false, { resumes: 5 }])("asks for a guardian: %j", async (guardian) => {
    const projects = { web: { guardian } };
    expect(await readConfigFile(await homeWith("config.json", JSON.stringify({ projects })))).toEqual({
      projects,
    });
  });

  it.each([
    "{",
    "[]",
    '{"project":{}}',
    '{"projects":{"Web App":{}}}',
    `{"projects":{"${"a".repeat(33)}":{}}}`,
    '{"projects":{"web":{"permisionMode":"plan"}}}',
    '{"projects":{"web":{"env":{"A-B":"1"}}}}',
    '{"projects":{"web":{"env":{"A":1}}}}',
    '{"projects":{"web":{"guardian":{"resumes":0}}}}',
    '{"projects":{"web":{"guardian":{"times":3}}}}',
  ])("with a mistake stops the start and is named: %s", async (text) => {
    const home = await homeWith("config.json", text);
    await expect(readConfigFile(home)).rejects.toThrow(SettingsError);
    await expect(readConfigFile(home)).rejects.toThrow(join(home, "config.json"));
  });
});

describe("the environment", () => {
  it("has .env under it: what is set outside wins", async () => {
    const folder = await homeWith(".env", "PATH=/from/file\nJAMA_TEST_ONLY='a b' # comment\n");
    const env = readEnvironment(folder);
    expect(env["JAMA_TEST_ONLY"]).toBe("a b");
    expect(env["PATH"]).not.toBe("/from/file");
    expect(process.env["JAMA_TEST_ONLY"]).toBeUndefined();
  });

  it("may be without .env", async () => {
    expect(readEnvironment(await tempFolder())["PATH"]).toBe(process.env["PATH"]);
  });

  it("says who the bot runs as, and passwd does where it does not", () => {
    expect(hostUser({ USER: "ada", HOME: "/h", SHELL: "/bin/fish" })).toEqual({
      name: "ada",
      home: "/h",
      shell: "/bin/fish",
    });
    expect(hostUser({}).home).toMatch(/^\//);
  });
});
