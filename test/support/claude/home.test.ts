import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claudeEnvironment, testKey } from "./environment.ts";
import { prepareHome } from "./home.ts";
import { makeProject } from "./project.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "jama home-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function bash(flags: string, home: string): Promise<string> {
  const env = { HOME: home, PATH: "/usr/bin:/bin" };
  const command = 'printf "%s|%s" "$ANTHROPIC_BASE_URL" "$PATH"';
  return (await execa("setsid", ["bash", flags, command], { env, extendEnv: false, stdin: "ignore" })).stdout;
}

describe("a prepared home", () => {
  it.runIf(process.platform === "linux")(
    "gives its variables to an interactive login shell only",
    async () => {
      const world = { home: folder, apiUrl: "http://127.0.0.1:9/it's", apiKey: testKey };
      await prepareHome(folder, {
        apiKey: testKey,
        trusted: [],
        exports: claudeEnvironment(world),
        path: ["/my bin"],
      });
      expect(await bash("-ilc", folder)).toMatch(/^http:\/\/127\.0\.0\.1:9\/it's\|\/my bin:/);
      expect(await bash("-lc", folder)).toMatch(/^\|/);
    },
  );

  it("approves the key by its last 20 characters and trusts what it is told", async () => {
    await prepareHome(folder, { apiKey: testKey, trusted: ["/a b"], extra: { theme: "dark" } });
    const config = JSON.parse(await readFile(join(folder, ".claude.json"), "utf8"));
    expect(config.customApiKeyResponses.approved).toEqual([testKey.slice(-20)]);
    expect(config.projects["/a b"].hasTrustDialogAccepted).toBe(true);
    expect(config.theme).toBe("dark");
  });
});

describe("a test project", () => {
  it("is a real repository, with any names, commits and dirt", async () => {
    const commits = [{ message: "Second", files: { "src/ü ber.ts": "1\n" } }];
    const project = await makeProject(join(folder, "my wéb app"), {
      commits,
      branch: "feat/x",
      dirty: { new: "" },
    });
    expect(await project.git("log", "--format=%s|%ae")).toBe(
      "Second|person@example.org\nFirst|person@example.org",
    );
    expect(await project.git("status", "--short", "--branch")).toBe("## feat/x\n?? new");
    expect(await project.git("-c", "core.quotePath=false", "ls-files")).toBe("README.md\nsrc/ü ber.ts");
  });

  it("can be without any commit", async () => {
    const project = await makeProject(join(folder, "empty"), { committed: false });
    await expect(project.git("rev-parse", "HEAD")).rejects.toThrow();
  });
});
