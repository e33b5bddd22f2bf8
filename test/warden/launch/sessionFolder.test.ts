/** What lies in a session's folder before anything runs. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder, writeFolder } from "../../../src/warden/launch/sessionFolder.ts";
import { tempFolder } from "../../support/host/temp.ts";

async function folderFor(task: string, about: { model?: string; mcpConfig?: string } = {}) {
  const folder = join(await tempFolder(), "sessions", "claude-web-1");
  const record = {
    v: 1 as const,
    name: "claude-web-1",
    commandId: "u1",
    project: "web",
    projectPath: "/web",
    folder,
    claudeId: "11111111-2222-3333-4444-555555555555",
    createdAt: 0,
    task: "t",
    origin: "o",
    permissionMode: "plan",
    bypassConsent: false,
    ...about,
  };
  await makeFolder(folder);
  const rest = {
    claudeBin: "/bin/claude",
    systemPrompt: "Keep notes.",
    shell: "/bin/bash",
    platform: "linux" as const,
  };
  await writeFolder({ record, task, environment: { KEY: "secret value" }, ...rest });
  const read = (name: string) => readFile(join(folder, name), "utf8");
  return { folder, read };
}

describe("a session's folder", () => {
  it("holds the task exactly, and all that launch.sh names", async () => {
    const { folder, read } = await folderFor("-x `y`\n\n");
    expect(await read("task.md")).toBe("-x `y`\n\n");
    expect(await read("session.md")).toBe("Keep notes.");
    const script = await read("launch.sh");
    for (const file of ["settings.json", "session.md", "task.md", "environment.sh"]) {
      expect(script).toContain(`/claude-web-1/${file}`);
      expect(await readdir(folder)).toContain(file);
    }
  });

  it("11: is open to nobody else, and its environment stands in one file only", async () => {
    const { folder, read } = await folderFor("t");
    expect((await stat(folder)).mode & 0o077).toBe(0);
    for (const name of ["task.md", "settings.json", "environment.sh", "launch.sh"]) {
      expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
      if (name !== "environment.sh") expect(await read(name)).not.toContain("secret value");
    }
  });

  it("names the model and the MCP configuration only where there are any", async () => {
    expect(await (await folderFor("t")).read("launch.sh")).not.toMatch(/--model|--mcp-config/);
    const { read } = await folderFor("t", { model: "opus", mcpConfig: "/mcp.json" });
    expect(await read("launch.sh")).toMatch(/--model[\s\S]*opus[\s\S]*--mcp-config[\s\S]*\/mcp\.json/);
  });

  it("opens a task that is too long for an argument to Claude Code as a file", async () => {
    const task = "é".repeat(60_000);
    const { read } = await folderFor(task);
    expect(await read("work/task.md")).toBe(task);
    expect(await read("launch.sh")).toContain("Read the whole of it, then do it.");
    expect(await readdir(join((await folderFor("short")).folder, "work"))).toEqual(["artifacts"]);
  });
});
