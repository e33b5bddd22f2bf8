/** Where projects are found, and what they are called. */
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findProjects, type ProjectsInput } from "../../../src/warden/projects/projects.ts";
import { slugOf } from "../../../src/warden/projects/slug.ts";
import { tempFolder } from "../../support/host/temp.ts";

async function repository(
  dir: string,
  name: string,
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const path = join(dir, name);
  await mkdir(join(path, ".git"), { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(join(path, file), text);
  return path;
}

const find = (dir: string, about: Partial<ProjectsInput> = {}) =>
  findProjects({ dirs: [dir], config: { projects: {} }, ownFolder: "/nowhere", userHome: dir, ...about });

describe("projects", () => {
  it("are the repositories directly under the folders, by name", async () => {
    const dir = await tempFolder();
    await repository(dir, "web app");
    await repository(dir, "API");
    await mkdir(join(dir, "no repository"));
    await writeFile(join(dir, "worktree-file"), "");
    const found = await find(dir);
    expect(found.map(({ slug, name, path }) => [slug, name, path])).toEqual([
      ["api", "API", join(dir, "API")],
      ["web-app", "web app", join(dir, "web app")],
    ]);
  });

  it("are none where a folder cannot be read", async () => {
    expect(await find("/nowhere/at/all")).toEqual([]);
  });

  it("have slugs of their own when their names are alike", async () => {
    const dir = await tempFolder();
    for (const name of ["web app", "web-app", "Web App"]) await repository(dir, name);
    expect((await find(dir)).map((one) => one.slug).sort()).toEqual(["web-app", "web-app-2", "web-app-3"]);
  });

  it("are never Jama itself, also through a link", async () => {
    const dir = await tempFolder();
    const own = await repository(await tempFolder(), "jama");
    await symlink(own, join(dir, "link"));
    expect(await find(dir, { ownFolder: own })).toEqual([]);
  });

  it("get their settings from config.json, which can add one from anywhere", async () => {
    const dir = await tempFolder();
    const web = await repository(dir, "web");
    await mkdir(join(dir, "elsewhere"));
    const config = {
      projects: {
        web: { aliases: ["site"], permissionMode: "plan" },
        far: { path: "~/elsewhere", name: "Far" },
      },
    };
    const found = await find(dir, { config });
    expect(found.map(({ slug, name, path, aliases }) => [slug, name, path, aliases])).toEqual([
      ["far", "Far", join(dir, "elsewhere"), []],
      ["web", "web", web, ["site"]],
    ]);
    expect(found[1]?.settings.permissionMode).toBe("plan");
  });

  it.each([
    [{ "package.json": '{"description":" An  API "}', "README.md": "# x\n\nWords." }, "An API"],
    [
      { "package.json": "{", "README.md": "# Title\n\n[![badge](x)](y)\n<p>\n---\n\nThe web app.\nMore." },
      "The web app.",
    ],
    [{ "README.md": "x".repeat(500) }, `${"x".repeat(119)}…`],
    [{}, ""],
  ])("are described in a line: %.60j", async (files, line) => {
    const dir = await tempFolder();
    await repository(dir, "web", files);
    expect((await find(dir))[0]?.description).toBe(line);
  });
});

describe("a slug", () => {
  it.each([
    ["Web App", "web-app"],
    ["  --x--  ", "x"],
    ["Café_Ñandú", "cafe-nandu"],
    ["分页", "project"],
    ["a".repeat(40), "a".repeat(32)],
    [`${"a".repeat(31)} b`, "a".repeat(31)],
  ])("of %j is %j", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});
