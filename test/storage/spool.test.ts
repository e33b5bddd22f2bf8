/** A spool on a real folder. */
import { readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Spool } from "../../src/storage/spool.ts";
import { tempFolder } from "../support/host/temp.ts";

async function openSpool() {
  const folder = join(await tempFolder(), "spool");
  const spool = new Spool(folder, z.string());
  await spool.open();
  const bad: string[] = [];
  const values = async (from = spool) => (await from.list((name) => bad.push(name))).map((one) => one.value);
  return { folder, spool, bad, values };
}

describe("a spool", () => {
  it("gives its items back in the order they were put, also after a restart", async () => {
    const { folder, spool, values } = await openSpool();
    const wanted = Array.from({ length: 50 }, (_, at) => `item ${at}`);
    for (const one of wanted) await spool.put("same id", one);
    expect(await values(new Spool(folder, z.string()))).toEqual(wanted);
  });

  it("keeps the order of items that are put at once", async () => {
    const { spool, values } = await openSpool();
    await Promise.all(["a", "b", "c", "d"].map((one) => spool.put(one, one)));
    expect(await values()).toEqual(["a", "b", "c", "d"]);
  });

  it("takes any id, and makes a plain name of it", async () => {
    const { folder, spool, values } = await openSpool();
    for (const id of ["../../etc/passwd", "", "a/b\0c", "x".repeat(5_000), "👩‍🚀".repeat(90), "%"])
      await spool.put(id, id);
    expect(await values()).toHaveLength(6);
    for (const name of await readdir(folder)) expect(name).toMatch(/^\d{17}-[\w.%()!'*~-]*\.json$/);
  });

  it("keeps the place of an item that is written anew", async () => {
    const { spool, values } = await openSpool();
    const first = await spool.put("1", "one");
    await spool.put("2", "two");
    await spool.replace(first, "one, corrected");
    expect(await values()).toEqual(["one, corrected", "two"]);
    await spool.remove(first);
    await spool.remove(first);
    expect(await values()).toEqual(["two"]);
  });

  it("8: sets aside what cannot be read, keeps it, and gives the rest", async () => {
    const { folder, spool, bad, values } = await openSpool();
    await spool.put("1", "one");
    await writeFile(join(folder, "00000000000000001-cut.json"), '"ab');
    await writeFile(join(folder, "00000000000000002-other.json"), "{}");
    await spool.put("2", "two");
    expect(await values()).toEqual(["one", "two"]);
    expect(bad).toEqual(["00000000000000001-cut.json", "00000000000000002-other.json"]);
    expect((await readdir(folder)).filter((name) => name.endsWith(".bad"))).toHaveLength(2);
    expect(await values()).toEqual(["one", "two"]);
    expect(bad).toHaveLength(2);
  });

  it("11: is open to nobody else", async () => {
    const { folder, spool } = await openSpool();
    const name = await spool.put("1", "one");
    expect((await stat(folder)).mode & 0o077).toBe(0);
    expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
  });

  it("8: refuses an item that cannot be written", async () => {
    const { folder, spool } = await openSpool();
    await rm(folder, { recursive: true });
    await writeFile(folder, "in the way");
    await expect(spool.put("1", "one")).rejects.toThrow();
  });
});
