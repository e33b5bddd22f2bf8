/**
 * Claude Code's own registry, `<config>/sessions/<pid>.json`: one watch on one folder follows every session.
 * Undocumented, so read tolerantly; absent while start-up dialogs show, stale after kill -9.
 */
import type { FSWatcher } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { watchFolder } from "../../storage/watch.ts";
import type { EvidenceOf } from "./evidence.ts";

const Entry = z.object({
  pid: z.number(),
  sessionId: z.string(),
  procStart: z.coerce.string().catch(""),
  status: z.enum(["busy", "idle", "waiting", "shell"]).catch("busy"),
  waitingFor: z.string().catch(""),
  statusUpdatedAt: z.number().catch(0),
});

export interface RegistryEntry {
  claudeId: string;
  evidence: EvidenceOf<"registry">;
}

export class Registry {
  readonly #folder: string;
  readonly #receive: (entry: RegistryEntry) => void;
  readonly #now: () => number;
  /** Entries by file name, as they were last read. */
  readonly #known = new Map<string, RegistryEntry>();
  #watcher: FSWatcher | undefined;

  constructor(folder: string, receive: (entry: RegistryEntry) => void, now: () => number) {
    this.#folder = folder;
    this.#receive = receive;
    this.#now = now;
  }

  /** Watches, as soon as the folder is there; reads everything once. Called again by the sweep. */
  async read(): Promise<void> {
    this.#watcher ??= watchFolder(this.#folder, (name) => void this.#readOne(name));
    const names = await this.#names();
    for (const name of names) await this.#readOne(name);
    for (const [name, entry] of this.#known) if (!names.includes(name)) this.#gone(name, entry);
  }

  close(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
  }

  async #names(): Promise<string[]> {
    try {
      return await readdir(this.#folder);
    } catch {
      return []; // no session has run on this machine yet
    }
  }

  async #readOne(name: string | null): Promise<void> {
    if (!name || !/^\d+\.json$/.test(name)) return;
    const parsed = Entry.safeParse(await readJson(join(this.#folder, name)));
    if (!parsed.success) return; // being written, or gone: the next change or the sweep reads it again
    const { sessionId, statusUpdatedAt, pid, procStart, status, waitingFor } = parsed.data;
    const at = this.#now();
    const before = this.#known.get(name)?.evidence;
    const unchanged = before?.status === status && before.waitingFor === waitingFor ? before.updatedAt : at;
    const updatedAt = statusUpdatedAt || unchanged;
    const entry: RegistryEntry = {
      claudeId: sessionId,
      evidence: { channel: "registry", at, pid, procStart, status, waitingFor, updatedAt },
    };
    this.#known.set(name, entry);
    this.#receive(entry);
  }

  /** An entry that is gone says nothing any more, least of all what it said last. */
  #gone(name: string, { claudeId, evidence }: RegistryEntry): void {
    this.#known.delete(name);
    const at = this.#now();
    this.#receive({ claudeId, evidence: { ...evidence, at, updatedAt: at, status: "unknown" } });
  }
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return undefined;
  }
}
