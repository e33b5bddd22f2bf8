/** A project's own verify command, really run. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { runVerify } from "../../../src/warden/verify/runVerify.ts";
import { endProcesses, processesOfHome } from "../../support/claude/processes.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { tempFolder } from "../../support/host/temp.ts";

async function verify(command: string, timeoutMs = 20_000, about: { cwd?: string; logPath?: string } = {}) {
  const folder = await tempFolder();
  onTestFinished(() => endProcesses(() => processesOfHome(folder)));
  const env = { PATH: "/usr/bin:/bin", HOME: folder };
  const input = { command, cwd: folder, env, logPath: join(folder, "verify.log"), timeoutMs, ...about };
  return { folder, input, result: await runVerify(input) };
}

describe("a verify command", () => {
  it("that exits with 0 passed, and all it printed is kept", async () => {
    const { result, input } = await verify("echo out; echo err >&2; pwd; env | grep -c .");
    expect(result.ok).toBe(true);
    expect(result.output).toContain("out\nerr");
    expect(result.output).toContain(input.cwd);
    expect(await readFile(input.logPath, "utf8")).toContain("out\nerr");
  });

  it.each(["exit 1", "nonsense-command", "kill -9 $$", "false; exit 3"])("failed: %s", async (command) => {
    expect((await verify(command)).result.ok).toBe(false);
  });

  it("11: sees nothing of the bot's environment", async () => {
    expect((await verify("env")).result.output).not.toMatch(/VITEST|npm_/);
  });

  it("shows the end of a long output without control sequences", async () => {
    const { output } = (await verify("seq 1 5000; printf '\\033[31mred\\033[0m'; exit 1")).result;
    expect(output.length).toBeLessThanOrEqual(3_000);
    expect(output).toMatch(/5000\nred$/);
  });

  it("12: that takes too long is ended with all it started, and said to be", async () => {
    const { result, folder } = await verify("echo begun; sleep 600 & sleep 600", 300);
    expect(result.ok).toBe(false);
    expect(result.output).toMatch(/^begun\n\(ended after/);
    await waitFor(async () => (await processesOfHome(folder)).length === 0); // killed, and gone a moment later
  });

  it.each(["sleep 600 & echo ok", "setsid sleep 600 & echo ok"])(
    "is over when it is over, whatever it leaves running: %s",
    async (command) => {
      const { result } = await verify(command, 5_000);
      expect(result).toEqual({ ok: true, output: "ok" });
    },
    10_000,
  );

  it("in a folder that is gone failed", async () => {
    expect((await verify("true", 5_000, { cwd: "/nowhere" })).result.ok).toBe(false);
  });

  it("runs also when its output cannot be kept", async () => {
    const { result } = await verify("echo lost", 5_000, { logPath: "/nowhere/verify.log" });
    expect(result).toEqual({ ok: true, output: "" });
  });
});
