/** docker/entrypoint.sh, run for real in a temporary folder. */
import { chmod, cp, mkdir, mkdtemp, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { afterEach, beforeEach, expect, it } from "vitest";

const script = fileURLToPath(new URL("../../docker/entrypoint.sh", import.meta.url));
let app: string;
let home: string;

beforeEach(async () => {
  app = await realpath(await mkdtemp(join(tmpdir(), "jama app ")));
  home = join(app, "home of ada");
  await mkdir(home);
  await mkdir(join(app, "docker"));
  await mkdir(join(app, "dist"));
  await cp(script, join(app, "docker", "entrypoint.sh"));
  await chmod(join(app, "docker", "entrypoint.sh"), 0o755);
  await writeFile(
    join(app, "dist", "main.js"),
    'process.on("SIGTERM", () => process.exit(7)); console.log("bot in " + process.cwd()); if (process.env.STAY) setInterval(() => undefined, 1000);',
  );
});
afterEach(() => rm(app, { recursive: true, force: true }));

function run(args: readonly string[] = [], env: Record<string, string> = {}) {
  return execa(join(app, "docker", "entrypoint.sh"), args, {
    env: { PATH: process.env["PATH"], HOME: home, ...env },
    extendEnv: false,
    reject: false,
  });
}

it("the bot is started in the home, with a folder for projects", async () => {
  const { stdout, exitCode } = await run();
  expect(exitCode).toBe(0);
  expect(stdout).toBe(`bot in ${home}`);
  expect((await stat(join(home, "Projects"))).isDirectory()).toBe(true);
});

it("signals reach the bot itself, and its exit code comes back", async () => {
  const running = run([], { STAY: "yes" });
  await new Promise((resolve) => running.stdout.once("data", resolve));
  running.kill("SIGTERM");
  expect((await running).exitCode).toBe(7);
});

it("a command that is given is run instead, its arguments untouched", async () => {
  const { stdout } = await run(["printf", "<%s>", "a b", "$HOME"]);
  expect(stdout).toBe("<a b><$HOME>");
});

it("a home that cannot be written is said with the remedy, and nothing is started", async () => {
  const { stdout, stderr, exitCode } = await run([], { HOME: join(app, "nowhere") });
  expect(exitCode).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/cannot write to .*nowhere as user \d+: use a named volume, or chown/);
});
