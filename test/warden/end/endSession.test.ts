/** Ending real process trees: launch.sh, script, a stand-in for Claude Code, and what that started. */
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { endLeftovers, endSession, findLeftovers } from "../../../src/warden/end/endSession.ts";
import { linuxProcesses as processes } from "../../../src/warden/processes/linux.ts";
import { endProcesses, processesWithMarker } from "../../support/claude/processes.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { sessionName, setStage } from "../launch/launched.ts";

const forever = "exec node -e 'setInterval(() => {}, 1000)'";

/** A session whose Claude Code runs this script; resolves when it has said that it is ready. */
async function running(script: string) {
  const stage = await setStage({ ending: `cd ${'"$(dirname "$0")"'}; echo $$ > claude.pid\n${script}` });
  const launch = join(stage.folder, "launch.sh");
  const env = { PATH: process.env["PATH"], TERM: "tmux" };
  const shell = spawn("/bin/sh", [launch], { env, stdio: "ignore", detached: true });
  const gone = new Promise((resolve) => shell.once("exit", resolve));
  const marked = { name: sessionName, folder: stage.folder };
  const own = async () => (await processes.withMarker(marked)).map((one) => one.pid);
  onTestFinished(() => endProcesses(own));
  const killed: string[] = [];
  const tmux = { killSession: async (name: string) => void killed.push(name) };
  const pid = (name: string) =>
    waitFor(
      async () => Number(await readFile(join(stage.folder, "..", name), "utf8").catch(() => "")) || false,
    );
  const claudePid = await pid("claude.pid");
  const end = (about: { claudePid?: number | undefined } = { claudePid }) =>
    endSession({ ...marked, claudePid, tmux, processes, patienceMs: 1_500, ...about });
  return { stage, marked, own, killed, pid, claudePid, end, gone, shell };
}

const alive = async (pid: number) => (await processes.list()).some((one) => one.pid === pid);

describe("12: ending a session", () => {
  it("asks Claude Code first, which then ends by its own code, and leaves nothing", async () => {
    const { end, own, killed, stage, gone } = await running(
      "trap 'kill $child; exit 143' TERM; sleep 600 & child=$!; echo $$ > ready.pid; wait",
    );
    expect(await end()).toEqual([]);
    expect(await own()).toEqual([]);
    expect(killed).toEqual([sessionName]);
    await gone;
    expect(await stage.exitEvent()).toMatchObject({ code: 143 });
  });

  it("finds Claude Code below script when the registry has told no pid", async () => {
    const { end, own, stage, gone } = await running(
      "trap 'exit 143' TERM; echo $$ > ready.pid; while :; do sleep 0.1; done",
    );
    expect(await end({ claudePid: undefined })).toEqual([]);
    expect(await own()).toEqual([]);
    await gone;
    expect(await stage.exitEvent()).toMatchObject({ code: 143 });
  });

  it("kills what ignores the request, Claude Code and its children alike", async () => {
    const { end, own, pid } = await running(
      `trap '' TERM; node -e 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)' & echo $! > child.pid; ${forever}`,
    );
    const child = await pid("child.pid");
    expect(await end()).toEqual([]);
    expect(await own()).toEqual([]);
    expect(await alive(child)).toBe(false);
  });

  it("leaves alone and reports what was detached on purpose, and ends it on order", async () => {
    const { end, pid, marked } = await running(
      "setsid sh -c 'echo $$ > server.pid; exec sleep 601' < /dev/null > /dev/null 2>&1 & trap 'exit 143' TERM; while :; do sleep 0.1; done",
    );
    const server = await pid("server.pid");
    await waitFor(
      async () => (await processes.list()).some((one) => one.pid === server && one.parent === 1) || true,
    );
    const left = await end();
    expect(left.every((one) => one.pid === server)).toBe(true);
    if (left.length > 0) expect(left).toMatchObject([{ pid: server, command: "sleep 601" }]);
    expect(await endLeftovers(processes, marked, 1_500)).toEqual([]);
    expect(await alive(server)).toBe(false);
  });

  it("is repeated without harm when nothing of it runs any more", async () => {
    const { end } = await running("exit 0");
    await waitFor(async () => (await end()).length === 0);
    expect(await end()).toEqual([]);
  });

  it("does not touch a person's program that only looks at its files", async () => {
    const { end, stage } = await running(`trap 'exit 143' TERM; while :; do sleep 0.1; done`);
    const reader = spawn("tail", ["-f", join(stage.folder, "launch.sh")], { stdio: "ignore" });
    onTestFinished(() => void reader.kill("SIGKILL"));
    await end();
    expect(reader.exitCode).toBeNull();
    expect(reader.signalCode).toBeNull();
    expect(await alive(reader.pid ?? 0)).toBe(true);
  });

  it("does not touch another session whose name begins the same", async () => {
    const one = await running(forever);
    const other = spawn("sleep", ["602"], {
      env: {
        PATH: process.env["PATH"],
        JAMA_SESSION: `${sessionName}-2`,
        JAMA_SESSION_FOLDER: `${one.stage.folder}-2`,
      },
      stdio: "ignore",
    });
    onTestFinished(() => void other.kill("SIGKILL"));
    expect(await one.end()).toEqual([]);
    expect(await alive(other.pid ?? 0)).toBe(true);
    expect(
      await findLeftovers(processes, { name: `${sessionName}-2`, folder: `${one.stage.folder}-2` }),
    ).toMatchObject([{ pid: other.pid }]);
  });
});

describe("12: a session of the same name in another home", () => {
  it("is not its own", async () => {
    const one = await running(forever);
    expect(await processesWithMarker(sessionName)).not.toEqual([]);
    expect(await findLeftovers(processes, { name: sessionName, folder: "/elsewhere" })).toEqual([]);
    await one.end();
  });
});
