/** docker/slim.sh on a copy of what the build stage has: the bot still starts, and the compiler is gone. */
import { existsSync } from "node:fs";
import { cp, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const parts = ["package.json", "package-lock.json", ".npmrc", "docker", "dist", "prompts", "node_modules"];
let app: string;

beforeAll(async () => {
  app = await realpath(await mkdtemp(join(tmpdir(), "jama-image-")));
  for (const part of parts) {
    // Not the fetched Claude Code, and no lock of a package manager that runs at this moment.
    const filter = (path: string) => !path.startsWith(join(root, "node_modules", "."));
    await cp(join(root, part), join(app, part), { recursive: true, filter, verbatimSymlinks: true });
  }
  await execa("sh", ["docker/slim.sh"], { cwd: app });
}, 120_000);
afterAll(() => rm(app, { recursive: true, force: true }));

it("the image carries neither TypeScript nor what only tests need", () => {
  const carried = (name: string) => existsSync(join(app, "node_modules", name));
  for (const name of ["typescript", "@types/node", "vitest", "@biomejs/biome", "knip"]) {
    expect(carried(name), name).toBe(false);
  }
  expect(carried("grammy")).toBe(true);
});

it("the bot in it starts, as far as its settings let it", async () => {
  const { exitCode, stderr } = await execa("node", ["dist/main.js"], {
    cwd: app,
    env: { PATH: process.env["PATH"], HOME: app },
    extendEnv: false,
    reject: false,
  });
  expect(stderr).toContain("TELEGRAM_BOT_TOKEN is missing");
  expect(exitCode).toBe(2);
});
