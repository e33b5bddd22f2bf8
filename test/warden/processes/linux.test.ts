/** Processes of this machine through /proc, on real ones. */
import { type ChildProcess, spawn } from "node:child_process";
import { chmod, copyFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { linuxProcesses as processes } from "../../../src/warden/processes/linux.ts";
import { type ProcessInfo, treeOf } from "../../../src/warden/processes/processes.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { tempFolder } from "../../support/host/temp.ts";

function started(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  const child = spawn(program, args, { env: { PATH: process.env["PATH"], ...env }, stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

const find = (pid: number | undefined) =>
  waitFor(async () =>
    (await processes.list()).find((one) => one.pid === pid && !one.command.includes("vitest")),
  );

describe("a process", () => {
  it("is listed with its parent, its start and its command line", async () => {
    const child = started("sleep", ["611"]);
    const found = await waitFor(async () =>
      (await processes.list()).find((one) => one.pid === child.pid && one.command === "sleep 611"),
    );
    expect(found).toMatchObject({ parent: process.pid, start: expect.stringMatching(/^\d+$/) });
  });

  it("may have any name, also one with blanks and parentheses", async () => {
    const odd = join(await tempFolder(), "a) S 1 (b");
    await copyFile("/bin/sleep", odd);
    await chmod(odd, 0o755);
    const child = started(odd, ["612"]);
    const found = await waitFor(async () =>
      (await processes.list()).find((one) => one.pid === child.pid && one.command.endsWith("612")),
    );
    expect(found.parent).toBe(process.pid);
  });

  it("that has ended and was not waited for is none", async () => {
    const shell = started("/bin/sh", ["-c", "true & echo; exec sleep 613"]);
    await waitFor(async () =>
      (await processes.list()).some((one) => one.pid === shell.pid && one.command === "sleep 613"),
    );
    await waitFor(async () => treeOf(await processes.list(), shell.pid ?? 0).length === 1);
  });
});

describe("looking for known processes", () => {
  it("tells which of them live, by pid and start, and says nothing of the others", async () => {
    const child = started("sleep", ["620"]);
    const { pid, start } = await find(child.pid);
    expect(await processes.find([pid, 2 ** 30, process.pid])).toEqual([
      { pid, start },
      { pid: process.pid, start: expect.stringMatching(/^\d+$/) },
    ]);
    const exited = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await exited;
    expect(await processes.find([pid])).toEqual([]);
  });
});

describe("a signal", () => {
  it("reaches the very process", async () => {
    const child = started("sleep", ["614"]);
    const exited = new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
    expect(await processes.signal(await find(child.pid), "SIGTERM")).toBe(true);
    expect(await exited).toBe("SIGTERM");
  });

  it("1: is not sent when the pid belongs to another process by now", async () => {
    const child = started("sleep", ["615"]);
    const found = await find(child.pid);
    expect(await processes.signal({ ...found, start: `${Number(found.start) - 1}` }, "SIGKILL")).toBe(false);
    expect((await find(child.pid)).start).toBe(found.start);
  });

  it("is false when there is no such process any more", async () => {
    const child = started("true", []);
    await new Promise((resolve) => child.once("exit", resolve));
    expect(await processes.signal({ pid: child.pid ?? 0, start: "1" }, "SIGTERM")).toBe(false);
  });
});

describe("12: the marker", () => {
  it("finds what inherited both its variables, exactly", async () => {
    const own = { name: "claude-a", folder: "/f/claude-a" };
    const env = { JAMA_SESSION: own.name, JAMA_SESSION_FOLDER: own.folder };
    const children = [
      started("sleep", ["616"], env),
      started("sleep", ["617"], { ...env, JAMA_SESSION: "claude-a-2" }),
      started("sleep", ["618"], { ...env, JAMA_SESSION_FOLDER: "/g/claude-a" }),
      started("sleep", ["619"], { X_JAMA_SESSION: own.name }),
    ];
    for (const child of children) await find(child.pid);
    const found = await waitFor(async () => {
      const marked = await processes.withMarker(own);
      return marked.length > 0 && marked;
    });
    expect(found.map((one) => one.pid)).toEqual([children[0]?.pid]);
  });
});

describe("12: one look for all sessions of a home", () => {
  it("finds what carries a marker of that home, with the session's name, whatever blanks its path holds", async () => {
    const home = "/home/me/my .jama";
    const marked = (name: string, of = home) => ({
      JAMA_SESSION: name,
      JAMA_SESSION_FOLDER: `${of}/sessions/${name}`,
    });
    const children = [
      started("sleep", ["621"], marked("claude-a")),
      started("sleep", ["622"], marked("claude-b-2")),
      started("sleep", ["623"], marked("claude-a", "/home/me/my .jama2")),
      started("sleep", ["624"], { JAMA_SESSION: "claude-a" }),
    ];
    for (const child of children) await find(child.pid);
    const found = await waitFor(async () => {
      const all = await processes.markedUnder(home);
      return all.length >= 2 && all;
    });
    expect(found.map(({ pid, session }) => [pid, session]).sort()).toEqual(
      [
        [children[0]?.pid, "claude-a"],
        [children[1]?.pid, "claude-b-2"],
      ].sort(),
    );
  });
});

describe("a tree", () => {
  const one = (pid: number, parent: number): ProcessInfo => ({ pid, parent, start: "1", command: "" });

  it("is the root and all below it, whatever the order of the list", () => {
    const all = [one(5, 4), one(4, 2), one(2, 1), one(3, 1), one(9, 3)];
    expect(treeOf(all, 2).map((each) => each.pid)).toEqual([2, 4, 5]);
    expect(treeOf(all, 77)).toEqual([]);
  });

  it("ends where a list that was read in pieces goes round in a circle", () => {
    expect(treeOf([one(1, 2), one(2, 1)], 1)).toHaveLength(2);
  });
});
