/**
 * One session's mailbox: a file per hook or exit event. A file is read, handed on, and removed only after the
 * receiver has kept it, so a crash repeats evidence (with the same id) and never loses it.
 */
import { type FSWatcher, readdirSync } from "node:fs";
import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Logger } from "../../logger.ts";
import { watchFolder } from "../../storage/watch.ts";
import type { Evidence } from "./evidence.ts";
import { readHook } from "./hookFact.ts";

const ExitEvent = z.object({ hook_event_name: z.literal("exit"), code: z.number() });

export class Mailbox {
  readonly #folder: string;
  readonly #receive: (evidence: Evidence) => Promise<boolean>;
  readonly #log: Logger;
  #watcher: FSWatcher | undefined;
  #reading: Promise<void> = Promise.resolve();
  #pending = false;
  #busy = false;

  constructor(folder: string, receive: (evidence: Evidence) => Promise<boolean>, log: Logger) {
    this.#folder = folder;
    this.#receive = receive;
    this.#log = log;
  }

  open(): void {
    this.#watcher ??= watchFolder(
      this.#folder,
      () => void this.read(),
      () => this.close(),
    );
  }

  get isWatching(): boolean {
    return this.#watcher !== undefined;
  }

  /** Reads what has come, in the order it came. Calls while one runs make it look once more. */
  read(): Promise<void> {
    if (this.#pending || (!this.#busy && this.#names().length === 0)) return this.#reading;
    this.#pending = true;
    this.#reading = this.#reading.then(async () => {
      this.#pending = false;
      this.#busy = true;
      await this.#readAll();
      this.#busy = false;
    });
    return this.#reading;
  }

  close(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
  }

  /** In place: nearly always empty, and looked into by every round of the sweep (5 µs, 15 by way of the thread pool). */
  #names(): string[] {
    try {
      return readdirSync(this.#folder).filter((name) => name.endsWith(".json"));
    } catch (error) {
      // A launch that was undone took its folder along.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT")
        this.#log.warn({ err: error, folder: this.#folder }, "mailbox cannot be read");
      return [];
    }
  }

  async #readAll(): Promise<void> {
    try {
      const files = await Promise.all(
        this.#names().map(async (name) => ({ name, at: (await stat(join(this.#folder, name))).mtimeMs })),
      );
      for (const { name, at } of files.sort((one, other) => one.at - other.at)) await this.#readOne(name, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
      this.#log.warn({ err: error, folder: this.#folder }, "mailbox cannot be read");
    }
  }

  async #readOne(name: string, at: number): Promise<void> {
    const path = join(this.#folder, name);
    const evidence = await this.#parse(path, name, at);
    // What the receiver could not keep stays here, and is offered again.
    if (evidence === undefined || (await this.#receive(evidence))) await rm(path, { force: true });
  }

  /** Undefined when the file is no event: it is logged whole, and left out. */
  async #parse(path: string, name: string, at: number): Promise<Evidence | undefined> {
    const text = await readFile(path, "utf8");
    try {
      const payload: unknown = JSON.parse(text);
      const exit = ExitEvent.safeParse(payload);
      if (exit.success) return { channel: "exit", at, code: exit.data.code };
      return { channel: "hook", at, id: `${name}@${at}`, fact: readHook(payload) };
    } catch (error) {
      this.#log.error({ err: error, path, text: text.slice(0, 2_000) }, "a file in the mailbox is no event");
      return undefined;
    }
  }
}
