/**
 * Claude Code's own registry, `<config>/sessions/<pid>.json`: one watch on one folder follows every session.
 * Undocumented, so read tolerantly; absent while start-up dialogs show, stale after kill -9. Its files are read in
 * place: the sweep reads them all, and by way of the thread pool a file this small costs nine times as much (8 µs
 * and 67 µs of CPU time, measured). So no two reads of one file can overtake each other, either.
 */
import { type FSWatcher, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { watchFolder } from "../../storage/watch.ts";
import type { EvidenceOf } from "./evidence.ts";

const Entry = z.object({
  pid: z.number(),
  sessionId: z.string(),
  procStart: z.coerce.string().catch(""),
  /** Missing in an entry that Claude Code has only begun. */
  status: z.enum(["busy", "idle", "waiting", "shell"]).optional().catch("busy"),
  waitingFor: z.string().catch(""),
  statusUpdatedAt: z.number().catch(0),
  version: z.string().optional().catch(undefined),
});

export interface RegistryEntry {
  claudeId: string;
  evidence: EvidenceOf<"registry">;
}

export class Registry {
  readonly #folder: string;
  readonly #receive: (entry: RegistryEntry) => void;
  readonly #now: () => number;
  /** By file name: what was last read, and what it says. */
  readonly #known = new Map<string, { text: string; entry: RegistryEntry }>();
  /** Entries that the last reading of all could not read. */
  #unread: ReadonlySet<string> = new Set();
  #watcher: FSWatcher | undefined;
  /** What the watch brought could not be read: it is gone, broken, or being written. */
  #isInDoubt = false;

  constructor(folder: string, receive: (entry: RegistryEntry) => void, now: () => number) {
    this.#folder = folder;
    this.#receive = receive;
    this.#now = now;
  }

  /**
   * Watches, as soon as the folder is there; reads everything once and hands it on, changed or not: the session
   * that an entry belongs to may be known only now. Called again by the sweep.
   */
  read(): void {
    this.#watcher ??= watchFolder(
      this.#folder,
      (name) => {
        if (!this.#readOne(name)) this.#isInDoubt = true;
      },
      () => this.close(),
    );
    const names = new Set(this.#names());
    const unread = [...names].filter((name) => !this.#readOne(name));
    // Being written once; broken when it is found like that again.
    const broken = new Set(unread.filter((name) => this.#unread.has(name)));
    this.#unread = new Set(unread);
    this.#isInDoubt = unread.length > 0;
    for (const [name, { entry }] of this.#known)
      if (!names.has(name) || broken.has(name)) this.#gone(name, entry);
  }

  /** False until Claude Code has made the folder, in its first session on a machine. */
  get isWatching(): boolean {
    return this.#watcher !== undefined;
  }

  /** The watch has brought all that there is, as far as it can be trusted. */
  get isUpToDate(): boolean {
    return this.isWatching && !this.#isInDoubt;
  }

  close(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
  }

  #names(): string[] {
    try {
      return readdirSync(this.#folder);
    } catch {
      return []; // no session has run on this machine yet
    }
  }

  /** False when it is being written, or broken: the next change or the sweep reads it again. */
  #readOne(name: string | null): boolean {
    if (!name || !/^\d+\.json$/.test(name)) return true;
    const text = readText(join(this.#folder, name));
    const known = this.#known.get(name);
    if (known?.text !== text) return this.#readNew(name, text, known?.entry.evidence);
    this.#receive(known.entry);
    return true;
  }

  #readNew(name: string, text: string, before: RegistryEntry["evidence"] | undefined): boolean {
    const parsed = Entry.safeParse(parseJson(text));
    if (!parsed.success) return false;
    const { sessionId, statusUpdatedAt, pid, procStart, waitingFor, version } = parsed.data;
    // One that lost its status is not at rest, as far as anybody knows.
    const { status = before?.procStart === procStart ? "busy" : undefined } = parsed.data;
    if (status === undefined) return true;
    const at = this.#now();
    const isSame = before?.status === status && before.waitingFor === waitingFor;
    const updatedAt = statusUpdatedAt || (isSame ? before.updatedAt : this.#writtenAt(name, at));
    const entry: RegistryEntry = {
      claudeId: sessionId,
      evidence: {
        ...{ channel: "registry", at, pid, procStart, status, waitingFor, updatedAt },
        ...(version === undefined ? {} : { version }),
      },
    };
    this.#known.set(name, { text, entry });
    this.#receive(entry);
    return true;
  }

  /** What is told goes by this time: it must be the same when a restart reads the entry again. */
  #writtenAt(name: string, now: number): number {
    return statSync(join(this.#folder, name), { throwIfNoEntry: false })?.mtimeMs ?? now;
  }

  /** An entry that is gone says nothing any more, least of all what it said last. */
  #gone(name: string, { claudeId, evidence }: RegistryEntry): void {
    this.#known.delete(name);
    const at = this.#now();
    this.#receive({ claudeId, evidence: { ...evidence, at, updatedAt: at, status: "unknown" } });
  }
}

/** Empty when it is gone by now. */
function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
