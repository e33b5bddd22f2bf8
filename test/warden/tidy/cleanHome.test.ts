/** What nobody knows any more goes, and nothing else: real folders with real times. */
import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cleanHome } from "../../../src/warden/tidy/cleanHome.ts";
import { tempFolder } from "../../support/host/temp.ts";

const now = Date.now();
const days = (count: number) => new Date(now - count * 86_400_000);

async function setUp() {
  const home = await tempFolder();
  const put = async (path: string, age: number) => {
    const file = join(home, path);
    await mkdir(join(file, ".."), { recursive: true });
    await writeFile(file, "x");
    await utimes(file, days(age), days(age));
    await utimes(join(file, ".."), days(age), days(age));
  };
  const clean = (about: { known?: string[]; alive?: string[]; keepMs?: number } = {}) =>
    cleanHome({
      home,
      known: new Set(about.known),
      alive: new Set(about.alive),
      keepMs: about.keepMs ?? 14 * 86_400_000,
      now,
    });
  return { home, put, clean, names: (folder: string) => readdir(join(home, folder)) };
}

describe("12: a session's folder that the index does not have", () => {
  it("goes when its time is over", async () => {
    const { put, clean, names } = await setUp();
    await put("sessions/old/terminal.log", 15);
    await put("sessions/new/terminal.log", 13);
    await clean();
    expect(await names("sessions")).toEqual(["new"]);
  });

  it("stays when it is known, when something of it runs, and when anything in it is new", async () => {
    const { home, put, clean, names } = await setUp();
    await put("sessions/known/task.md", 15);
    await put("sessions/runs/task.md", 15);
    await put("sessions/grows/task.md", 15);
    await writeFile(join(home, "sessions/grows/terminal.log"), "x");
    await utimes(join(home, "sessions/grows"), days(15), days(15));
    await clean({ known: ["known"], alive: ["runs"] });
    expect((await names("sessions")).sort()).toEqual(["grows", "known", "runs"]);
  });

  it("is never one that is just being made, however short the time", async () => {
    const { put, clean, names } = await setUp();
    await put("sessions/begun/task.md", 0);
    await clean({ keepMs: 0 });
    expect(await names("sessions")).toEqual(["begun"]);
  });
});

describe("12: what else lies about", () => {
  it("goes when it is of no use any more; the rest stays", async () => {
    const { put, clean, names } = await setUp();
    await put("spool/outbox/1-a.json", 100);
    await put("spool/outbox/2-b.json.bad", 15);
    await put("spool/outbox/3-c.json.bad", 13);
    await put("spool/outbox/4-d.json.1234567", 2);
    await put("spool/outbox/5-e.json.1234567", 0);
    await put("index.json.bad", 15);
    await put("index.json", 15);
    await put("tmp/jama-index-x/index", 2);
    await put("tmp/jama-index-y/index", 0);
    await clean();
    expect((await names("spool/outbox")).sort()).toEqual(["1-a.json", "3-c.json.bad", "5-e.json.1234567"]);
    expect((await names(".")).sort()).toEqual(["index.json", "spool", "tmp"]);
    expect(await names("tmp")).toEqual(["jama-index-y"]);
  });

  it("is nothing in a home that is new", async () => {
    const { clean } = await setUp();
    await clean();
  });
});
