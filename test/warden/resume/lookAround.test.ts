/** What the machine shows of a conversation before it is taken up again: real files, real processes. */
import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { linuxProcesses as processes } from "../../../src/warden/processes/linux.ts";
import { markerOf } from "../../../src/warden/processes/processes.ts";
import { lookAround } from "../../../src/warden/resume/lookAround.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { tempFolder } from "../../support/host/temp.ts";
import { sessionRecord } from "../journal/sessionRecord.ts";

const said = `${JSON.stringify({ type: "user", timestamp: "2026-03-03T14:20:00Z", message: { content: "hi" } })}\n`;
const meta = `${JSON.stringify({ type: "user", isMeta: true, message: { content: "<local-command-caveat>" } })}\n`;

async function setUp() {
  const configFolder = await tempFolder();
  const registryFolder = join(configFolder, "sessions");
  const record = sessionRecord({ folder: await tempFolder() });
  const { claudeId } = record;
  const project = join(configFolder, "projects", "-home-me-webapp");
  for (const folder of [registryFolder, project]) await mkdir(folder, { recursive: true });
  const transcript = join(project, `${claudeId}.jsonl`);
  const start = async (env: Record<string, string>) => {
    const child = spawn("sleep", ["620"], { env: { PATH: process.env["PATH"], ...env }, stdio: "ignore" });
    onTestFinished(() => void child.kill("SIGKILL"));
    return waitFor(async () => (await processes.list()).find((one) => one.pid === child.pid));
  };
  const register = (about: { pid: number; procStart: string; sessionId?: string }) =>
    writeFile(
      join(registryFolder, `${about.pid}.json`),
      JSON.stringify({ sessionId: claudeId, status: "busy", statusUpdatedAt: 1, ...about }),
    );
  const look = (about: { transcript?: string; claudePid?: number } = {}) =>
    lookAround(
      record,
      { claudeId, transcript: "", claudePid: undefined, ...about },
      { processes, configFolder, registryFolder, now: () => 0 },
    );
  return { record, transcript, start, register, look };
}

describe("a conversation", () => {
  it("is kept when its transcript says something, wherever hooks said that it lies", async () => {
    const { look, transcript } = await setUp();
    expect((await look()).kept).toBe(false);
    await writeFile(transcript, meta);
    expect((await look()).kept).toBe(false);
    await writeFile(transcript, meta + said);
    expect((await look()).kept).toBe(true);
    expect((await look({ transcript })).kept).toBe(true);
    expect((await look({ transcript: "/nowhere/else.jsonl" })).kept).toBe(true);
  });

  it("12: still has its own Claude Code, when a process of the session is the one that the registry told of", async () => {
    const { look, start, register, record } = await setUp();
    const claude = await start(markerOf(record));
    await register({ pid: claude.pid, procStart: claude.start });
    const around = await look({ claudePid: claude.pid });
    expect(around.own.map((one) => one.pid)).toEqual([claude.pid]);
    expect(around.elsewhere).toBeUndefined();
  });

  it("12: is free of what the session only detached", async () => {
    const { look, start, record } = await setUp();
    await start(markerOf(record));
    expect((await look()).own).toEqual([]);
  });

  it("12: is elsewhere when a Claude Code that is not the session's has it open", async () => {
    const { look, start, register } = await setUp();
    const desk = await start({});
    await register({ pid: desk.pid, procStart: desk.start });
    expect(await look()).toMatchObject({ elsewhere: desk.pid, own: [] });
  });

  it("1: is nobody's when the pid of its dead process belongs to another by now, whose entry is remembered as old", async () => {
    const { look, start, register } = await setUp();
    const other = await start({});
    const dead = { pid: other.pid, procStart: `${Number(other.start) - 1}` };
    await register(dead);
    await register({ pid: 1, procStart: "9", sessionId: "another" });
    expect(await look()).toMatchObject({ elsewhere: undefined, before: [dead] });
  });
});
