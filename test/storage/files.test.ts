/** Lines, documents and watches, on real files. */
import { appendFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { openDocument } from "../../src/storage/document.ts";
import { appendLines, readLines } from "../../src/storage/jsonl.ts";
import { watchFolder } from "../../src/storage/watch.ts";
import { waitFor } from "../support/claude/wait.ts";
import { tempFolder } from "../support/host/temp.ts";

describe("a file of lines", () => {
  it("is empty before the first", async () => {
    expect(await readLines(join(await tempFolder(), "none.jsonl"))).toEqual([]);
  });

  it("gives back every value, also one with newlines in its texts", async () => {
    const path = join(await tempFolder(), "a.jsonl");
    const values = [{ text: "one\ntwo" }, [1], "x", null, 0];
    for (const one of values) await appendLines(path, one);
    expect(await readLines(path)).toEqual(values);
  });

  it("9: loses only the line that a crash cut off, not the one after it", async () => {
    const path = join(await tempFolder(), "a.jsonl");
    await appendLines(path, { n: 1 });
    await appendFile(path, '\n{"n":2,"text":"cut o');
    await appendLines(path, { n: 3 });
    expect(await readLines(path)).toEqual([{ n: 1 }, { n: 3 }]);
  });
});

describe("a document", () => {
  const Counter = z.object({ count: z.number() });

  async function open(path: string) {
    const bad: unknown[] = [];
    const document = await openDocument(path, Counter, { count: 0 }, (error) => bad.push(error));
    return { document, bad };
  }

  it("begins empty, and is there again after a restart", async () => {
    const path = join(await tempFolder(), "d.json");
    const { document, bad } = await open(path);
    expect([document.data, bad]).toEqual([{ count: 0 }, []]);
    await document.update((data) => {
      data.count = 5;
    });
    expect((await open(path)).document.data).toEqual({ count: 5 });
  });

  it("loses no change of many at once", async () => {
    const path = join(await tempFolder(), "d.json");
    const { document } = await open(path);
    const increase = (data: { count: number }) => {
      data.count += 1;
    };
    await Promise.all(Array.from({ length: 30 }, () => document.update(increase)));
    expect((await open(path)).document.data).toEqual({ count: 30 });
  });

  it("keeps in memory what cannot be written, and says so in the way that was chosen", async () => {
    const path = join(await tempFolder(), "no-folder", "d.json");
    const change = (data: { count: number }) => {
      data.count = 5;
    };
    const strict = (await open(path)).document;
    await expect(strict.update(change)).rejects.toThrow("ENOENT");
    const told: unknown[] = [];
    const ignore = () => undefined;
    const tolerant = await openDocument(path, Counter, { count: 0 }, ignore, (error) => told.push(error));
    await tolerant.update(change);
    expect([strict.data.count, tolerant.data.count, told.length]).toEqual([5, 5, 1]);
  });

  it.each(["", "{", "[]", '{"count":"five"}', '{"version":2}'])(
    "is set aside when it reads %j",
    async (text) => {
      const path = join(await tempFolder(), "d.json");
      await writeFile(path, text);
      const { document, bad } = await open(path);
      expect(document.data).toEqual({ count: 0 });
      expect(bad).toHaveLength(1);
      expect(await readFile(`${path}.bad`, "utf8")).toBe(text);
      await document.update(() => undefined);
      expect((await open(path)).bad).toEqual([]);
    },
  );
});

describe("a watch", () => {
  it("tells of each change", async () => {
    const folder = await tempFolder();
    const names = new Set<string | null>();
    const watcher = watchFolder(folder, (name) => names.add(name));
    onTestFinished(() => watcher?.close());
    await writeFile(join(folder, "a"), "");
    await waitFor(async () => names.has("a"));
  });

  it("of a folder that is not there is none", () => {
    expect(watchFolder("/nowhere/at/all", () => undefined)).toBeUndefined();
  });

  it("that breaks is closed, and says so", async () => {
    let lost = 0;
    const watcher = watchFolder(
      await tempFolder(),
      () => undefined,
      () => (lost += 1),
    );
    watcher?.emit("error", new Error("the system took it away"));
    expect(lost).toBe(1);
  });

  it("does no harm when its folder goes", async () => {
    const folder = join(await tempFolder(), "short-lived");
    await mkdir(folder);
    const changes: (string | null)[] = [];
    const watcher = watchFolder(folder, (name) => changes.push(name));
    onTestFinished(() => watcher?.close());
    await rm(folder, { recursive: true });
    await waitFor(async () => changes.length > 0);
  });
});
