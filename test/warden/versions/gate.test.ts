/** Which versions are trusted, when one is checked by itself, and what is told of it: each thing once. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Notice } from "../../../src/protocol/notice.ts";
import { type Checked, recordChecked } from "../../../src/warden/versions/certified.ts";
import { type Gate, openGate, type RunCheck } from "../../../src/warden/versions/gate.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { rememberingLog, tempFolder } from "../../support/host/temp.ts";

const jama = "0.1.0";
const { log } = rememberingLog();
const checked = (about: Partial<Checked> = {}): Checked => ({
  ...{ at: Date.now(), jama, outcome: "passed", scenarios: 14, failed: [] },
  ...about,
});
const red = (about: Partial<Checked> = {}) =>
  checked({ outcome: "failed", failed: ["question", "plan"], ...about });

interface Opened {
  gate: Gate;
  told: Notice[];
  runs: () => number;
}

/** A gate whose check does this; it knows one version as shipped. */
async function open(home: string, check: RunCheck | undefined): Promise<Opened> {
  const told: Notice[] = [];
  let runs = 0;
  const run: RunCheck | undefined =
    check &&
    ((signal) => {
      runs += 1;
      return check(signal);
    });
  const publish = async (notice: Notice) => void told.push(notice);
  const gate = await openGate({ shipped: ["2.1.329"], run }, { home, jama, publish, log, now: Date.now });
  onTestFinished(() => gate.close());
  return { gate, told, runs: () => runs };
}

const finds = (home: string, result: () => Checked, ...versions: string[]): RunCheck => {
  return async () => {
    await recordChecked(home, versions, result(), log);
    return undefined;
  };
};
const count = (list: readonly unknown[], length: number) => waitFor(async () => list.length === length);

describe("a version", () => {
  it("that is shipped as certified is trusted, and not checked", async () => {
    const { gate, runs } = await open(await tempFolder(), async () => "no");
    expect([gate.isCertified("2.1.329"), gate.isCertified("2.1.400")]).toEqual([true, false]);
    gate.seen("2.1.329");
    expect(runs()).toBe(0);
  });

  it("that is new is checked once, told once, and trusted from then on", async () => {
    const home = await tempFolder();
    const { gate, told, runs } = await open(home, finds(home, checked, "2.1.400"));
    let changes = 0;
    gate.onChange(() => {
      changes += 1;
      expect(gate.isCertified("2.1.400")).toBe(true);
    });
    for (const _ of [1, 2, 3]) gate.seen("2.1.400");
    await count(told, 1);
    gate.seen("2.1.400");
    expect(told[0]).toMatchObject({ version: "2.1.400", isNew: true, outcome: "passed", scenarios: 14 });
    expect([runs(), told.length, changes > 0]).toEqual([1, 1, true]);
  });

  it("that failed is not trusted, and is told of once, also after a restart", async () => {
    const home = await tempFolder();
    const { gate, told } = await open(home, finds(home, red, "2.1.400"));
    gate.seen("2.1.400");
    await count(told, 1);
    expect(told[0]).toMatchObject({ outcome: "failed", failed: ["question", "plan"] });
    expect(gate.isCertified("2.1.400")).toBe(false);
    const later = await open(home, async () => "no");
    later.gate.seen("2.1.400");
    expect([later.runs(), later.told]).toEqual([0, []]);
  });

  it("that somebody checked by hand, and that failed, is told of when a session runs it", async () => {
    const home = await tempFolder();
    await recordChecked(home, ["2.1.400"], red(), log);
    const { gate, told, runs } = await open(home, async () => "no");
    gate.seen("2.1.400");
    await count(told, 1);
    expect([runs(), told[0]?.outcome]).toEqual([0, "failed"]);
  });

  it("is not trusted against a check on this machine, shipped or not", async () => {
    const home = await tempFolder();
    await recordChecked(home, ["2.1.329"], red(), log);
    expect((await open(home, undefined)).gate.isCertified("2.1.329")).toBe(false);
  });

  it("is checked again when another Jama had checked it", async () => {
    const home = await tempFolder();
    await recordChecked(home, ["2.1.400"], checked({ jama: "0.0.9", at: 1 }), log);
    const { gate, told, runs } = await open(home, finds(home, checked, "2.1.400"));
    expect(gate.isCertified("2.1.400")).toBe(false);
    gate.seen("2.1.400");
    await count(told, 1);
    expect(runs()).toBe(1);
  });

  it("that could not be checked is told with the reason, once, and tried again after a restart", async () => {
    const home = await tempFolder();
    const cannot: RunCheck = async () => "tmux is not installed.";
    const { gate, told } = await open(home, cannot);
    gate.seen("2.1.400");
    await count(told, 1);
    expect(told[0]).toMatchObject({ outcome: "not-run", why: "tmux is not installed." });
    const later = await open(home, cannot);
    later.gate.seen("2.1.400");
    await waitFor(async () => later.runs() === 1 && later.gate.check().outcome === "started");
    expect(later.told).toEqual([]);
  });

  it("that is not the one installed any more cannot be checked, and that is told", async () => {
    const home = await tempFolder();
    const { gate, told } = await open(home, finds(home, checked, "2.1.401"));
    gate.seen("2.1.400");
    await count(told, 1);
    expect(told[0]).toMatchObject({
      ...{ version: "2.1.400", outcome: "not-run", why: "2.1.401 is what is installed now" },
    });
    expect([gate.isCertified("2.1.400"), gate.isCertified("2.1.401")]).toEqual([false, true]);
  });

  it("is trusted as soon as a check by hand passed, without a restart", async () => {
    const home = await tempFolder();
    const { gate } = await open(home, undefined);
    const changed = new Promise<void>((resolve) => gate.onChange(resolve));
    await recordChecked(home, ["2.1.400"], checked(), log);
    await changed;
    await waitFor(async () => gate.isCertified("2.1.400"));
  });

  it("is not trusted by a file that is damaged", async () => {
    const home = await tempFolder();
    await writeFile(join(home, "certified.json"), '{"v":1,"versions":{"2.1.400":"passed"}}');
    expect((await open(home, undefined)).gate.isCertified("2.1.400")).toBe(false);
  });
});

describe("a check that a person orders", () => {
  it("runs once at a time, and tells what came of it", async () => {
    const home = await tempFolder();
    let go: () => void = () => undefined;
    const wait = new Promise<void>((resolve) => {
      go = resolve;
    });
    const { gate, told, runs } = await open(home, async (signal) => {
      await wait;
      return finds(home, checked, "2.1.329")(signal);
    });
    expect(gate.check()).toEqual({ outcome: "started" });
    expect(gate.check()).toEqual({ outcome: "running" });
    go();
    await count(told, 1);
    expect([runs(), told[0]]).toEqual([
      1,
      expect.objectContaining({ version: "2.1.329", outcome: "passed" }),
    ]);
  });

  it("tells also that it could not be run", async () => {
    const { gate, told } = await open(await tempFolder(), async () => "Claude Code was not found");
    gate.check();
    await count(told, 1);
    expect(told[0]).toMatchObject({ version: "", outcome: "not-run", why: "Claude Code was not found" });
  });

  it("is ended with the bot, and nothing is told of it", async () => {
    let ended = false;
    const { gate, told } = await open(await tempFolder(), async (signal) => {
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      ended = true;
      return "ended before its time";
    });
    gate.check();
    gate.close();
    await waitFor(async () => ended);
    expect(told).toEqual([]);
  });

  it("is refused where nothing can be checked from", async () => {
    expect((await open(await tempFolder(), undefined)).gate.check().outcome).toBe("unavailable");
  });
});
