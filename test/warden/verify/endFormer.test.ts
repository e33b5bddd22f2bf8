/** 9, 12: a verify command that a killed Jama left running is ended, by identity; nothing else is. */
import { spawn } from "node:child_process";
import { describe, expect, it, onTestFinished } from "vitest";
import { linuxProcesses as processes } from "../../../src/warden/processes/linux.ts";
import { markerOf } from "../../../src/warden/processes/processes.ts";
import { endFormer, verifyMarker } from "../../../src/warden/verify/endFormer.ts";
import { waitFor } from "../../support/claude/wait.ts";

const session = { name: "claude-webapp-1", folder: "/home/me/.jama/sessions/claude-webapp-1" };
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function running(env: Record<string, string>) {
  const child = spawn("sh", ["-c", "sleep 630 & wait"], {
    env: { PATH: process.env["PATH"], ...env },
    stdio: "ignore",
    detached: true,
  });
  onTestFinished(() => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid ?? 0), "SIGKILL");
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const own = async () => (await processes.list()).filter((one) => one.parent === child.pid);
  await waitFor(async () => (await own()).length > 0);
  const [below] = await own();
  return { child, ended, below };
}

describe("a former verify command", () => {
  it("is ended with all that it began", async () => {
    const { ended, below } = await running({ ...markerOf(session), ...verifyMarker("Stop@1") });
    await endFormer(processes, session, "Stop@1", wait);
    await ended;
    expect(await processes.find([below?.pid ?? 0])).toEqual([]);
  });

  it("is not what another turn's left running, another session's, or the session itself", async () => {
    const others = [
      await running({ ...markerOf(session), ...verifyMarker("Stop@2") }),
      await running({ ...markerOf({ ...session, folder: "/elsewhere" }), ...verifyMarker("Stop@1") }),
      await running(markerOf(session)),
    ];
    await endFormer(processes, session, "Stop@1", wait);
    const pids = others.map(({ child }) => child.pid ?? 0);
    expect(await processes.find(pids)).toHaveLength(3);
  });
});
