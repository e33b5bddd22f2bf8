import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { expectNoLeftovers, leftovers } from "./leftovers.ts";
import { processesWithMarker } from "./processes.ts";
import { TmuxServer } from "./tmux.ts";
import { waitFor } from "./wait.ts";

let folder: string;
let tmux: TmuxServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "jama left ü-"));
  tmux = new TmuxServer({ HOME: folder, JAMA_SESSION: `left-${folder.slice(-6)}` });
});
afterEach(async () => {
  await tmux.kill();
  await rm(folder, { recursive: true, force: true });
});

describe.runIf(process.platform === "linux")("processes left behind", () => {
  it("are found by marker and by home, named, and ended, the terminal's server included", async () => {
    await tmux.start("one", ["sh", "-c", "trap '' TERM HUP; while :; do sleep 1; done"], folder);
    const marker = `left-${folder.slice(-6)}`;
    const found = await waitFor(async () => {
      const pids = await processesWithMarker(marker);
      return pids.length >= 2 && pids;
    });
    expect(await leftovers({ homes: [folder], sessions: [marker] })).toEqual(expect.arrayContaining(found));
    await expect(expectNoLeftovers({ homes: [folder] })).rejects.toThrow("left behind by this test");
    await expectNoLeftovers({ homes: [folder], sessions: [marker] });
  });
});

describe("a tmux server for tests", () => {
  it("is its own: lists, shows and takes keys, and is gone in the end", async () => {
    expect(await tmux.list()).toEqual([]);
    await tmux.start("two words", ["cat"], folder);
    expect(await tmux.list()).toEqual(["two words"]);
    await tmux.keys("two words", "-l", "hello");
    await waitFor(async () => (await tmux.capture("two words")).includes("hello"));
    await tmux.kill();
    expect(await tmux.list()).toEqual([]);
  });
});
