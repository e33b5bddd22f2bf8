/** Claude Code's registry on a real folder, with the entries that were recorded. */
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { Registry, type RegistryEntry } from "../../../src/warden/evidence/registry.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { tempFolder } from "../../support/host/temp.ts";

const recorded = fileURLToPath(new URL("../../fixtures/claude/2.1.329/registry/", import.meta.url));

async function openRegistry() {
  const folder = join(await tempFolder(), "sessions");
  const got: RegistryEntry[] = [];
  const registry = new Registry(
    folder,
    (entry) => got.push(entry),
    () => 77,
  );
  onTestFinished(() => registry.close());
  return { folder, got, registry, statuses: () => got.map((one) => one.evidence.status) };
}

describe("a recorded registry entry", async () => {
  it.each(await readdir(recorded))("says what its name begins with: %s", async (file) => {
    const { folder, got, registry } = await openRegistry();
    await mkdir(folder);
    await writeFile(join(folder, "23229.json"), await readFile(join(recorded, file)));
    registry.read();
    const [entry] = got;
    expect(entry?.evidence.status).toBe(file.replace(/\.json$/, "").split("-")[0]);
    expect(entry?.claudeId).toMatch(/^[0-9a-f-]{36}$/);
    expect(entry?.evidence.procStart).toMatch(/^\d+$/);
    expect(entry?.evidence.updatedAt).toBeGreaterThan(1_700_000_000_000);
    expect(entry?.evidence.at).toBe(77);
  });
});

describe("the registry", () => {
  const entry = (status: string) => JSON.stringify({ pid: 5, sessionId: "s", status, statusUpdatedAt: 9 });

  it("is no trouble before the first session of this machine, and is watched as soon as it is there", async () => {
    const { folder, registry, statuses } = await openRegistry();
    registry.read();
    await mkdir(folder);
    registry.read();
    await writeFile(join(folder, "5.json"), entry("idle"));
    await waitFor(async () => statuses().includes("idle"));
  });

  it("reads an entry that was cut off again when it is whole", async () => {
    const { folder, registry, statuses } = await openRegistry();
    await mkdir(folder);
    await writeFile(join(folder, "5.json"), entry("busy").slice(0, 20));
    registry.read();
    expect(statuses()).toEqual([]);
    await writeFile(join(folder, "5.json"), entry("busy"));
    registry.read();
    expect(new Set(statuses())).toEqual(new Set(["busy"]));
  });

  it("looks at nothing but entries", async () => {
    const { folder, registry, got } = await openRegistry();
    await mkdir(folder);
    for (const name of ["5.json.tmp", "index.json", "5", ".5.json"])
      await writeFile(join(folder, name), entry("idle"));
    await writeFile(join(folder, "6.json"), JSON.stringify({ pid: "six" }));
    registry.read();
    expect(got).toEqual([]);
  });

  it("hears nothing of an entry that has no status yet, and then what it says", async () => {
    const { folder, registry, got, statuses } = await openRegistry();
    await mkdir(folder);
    await writeFile(join(folder, "5.json"), JSON.stringify({ pid: 5, sessionId: "s" }));
    registry.read();
    registry.read();
    expect([got, registry.isUpToDate]).toEqual([[], true]);
    await writeFile(join(folder, "5.json"), entry("idle"));
    await waitFor(async () => statuses().includes("idle"));
    expect(statuses()).not.toContain("busy");
  });

  it("1: takes one that lost its status for no sign of rest", async () => {
    const { folder, registry, statuses } = await openRegistry();
    await mkdir(folder);
    await writeFile(join(folder, "5.json"), entry("idle"));
    registry.read();
    await writeFile(join(folder, "5.json"), JSON.stringify({ pid: 5, sessionId: "s" }));
    registry.read();
    expect(statuses().at(-1)).toBe("busy");
  });

  it("hears nothing of a process that has only begun under the number of one that is gone", async () => {
    const { folder, registry, statuses } = await openRegistry();
    await mkdir(folder);
    await writeFile(join(folder, "5.json"), entry("idle"));
    registry.read();
    const next = { pid: 5, sessionId: "t", procStart: "99" };
    await writeFile(join(folder, "5.json"), JSON.stringify(next));
    registry.read();
    expect(new Set(statuses())).toEqual(new Set(["idle"]));
  });

  it("1: takes a status that nobody knows for no sign of an end", async () => {
    const { folder, registry, statuses } = await openRegistry();
    await mkdir(folder);
    await writeFile(join(folder, "5.json"), entry("dreaming"));
    registry.read();
    expect(statuses()).not.toContain("idle");
  });

  it("2: names a status that carries no time the same after a restart", async () => {
    const first = await openRegistry();
    await mkdir(first.folder);
    const path = join(first.folder, "5.json");
    await writeFile(path, JSON.stringify({ pid: 5, sessionId: "s", status: "idle" }));
    first.registry.read();
    const { mtimeMs } = await stat(path);
    expect(first.got.map((one) => one.evidence.updatedAt)).toEqual([mtimeMs]);
  });

  it("2: says so when an entry is broken, not when it is being written", async () => {
    const { folder, registry, statuses } = await openRegistry();
    await mkdir(folder);
    const path = join(folder, "5.json");
    await writeFile(path, entry("busy"));
    registry.read();
    await writeFile(path, entry("busy").slice(0, 20));
    registry.read();
    expect(statuses().at(-1)).toBe("busy");
    registry.read();
    expect(statuses().at(-1)).toBe("unknown");
    await writeFile(path, entry("idle"));
    registry.read();
    expect(statuses().at(-1)).toBe("idle");
  });

  it("1: says so when an entry that was idle is gone", async () => {
    const { folder, registry, got } = await openRegistry();
    await mkdir(folder);
    await writeFile(join(folder, "5.json"), entry("idle"));
    registry.read();
    const before = got.length;
    await rm(join(folder, "5.json"));
    registry.read();
    expect(got.length).toBeGreaterThan(before);
  });
});
