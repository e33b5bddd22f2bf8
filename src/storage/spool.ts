/**
 * A folder with one file per item: written to a temp name, synced and renamed, so an item is there whole or
 * not at all, and survives a power cut. Items keep the order of their names.
 */
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { ZodType } from "zod";

export interface SpoolItem<T> {
  name: string;
  value: T;
}

export class Spool<T> {
  readonly #folder: string;
  readonly #schema: ZodType<T>;
  #last = 0;

  constructor(folder: string, schema: ZodType<T>) {
    this.#folder = folder;
    this.#schema = schema;
  }

  async open(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
  }

  /** Puts an item on disk and returns its name: later items sort after earlier ones. `id` makes it findable. */
  async put(id: string, value: T): Promise<string> {
    this.#last = Math.max(this.#last + 1, Date.now() * 1000);
    const name = `${String(this.#last).padStart(17, "0")}-${encodeURIComponent(id).slice(0, 150)}.json`;
    await this.replace(name, value);
    return name;
  }

  /** Writes an item anew under the name it has. */
  async replace(name: string, value: T): Promise<void> {
    await writeFileAtomic(join(this.#folder, name), JSON.stringify(value), { mode: 0o600 });
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.#folder, name), { force: true });
  }

  /** All items, oldest first. One that cannot be read is set aside as `<name>.bad` and named by `onBad`. */
  async list(onBad: (name: string, error: unknown) => void): Promise<SpoolItem<T>[]> {
    const items: SpoolItem<T>[] = [];
    for (const name of (await readdir(this.#folder)).filter((file) => file.endsWith(".json")).sort()) {
      try {
        const value = this.#schema.parse(JSON.parse(await readFile(join(this.#folder, name), "utf8")));
        items.push({ name, value });
      } catch (error) {
        onBad(name, error);
        await rename(join(this.#folder, name), join(this.#folder, `${name}.bad`));
      }
    }
    return items;
  }
}
