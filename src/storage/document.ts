/** One schema-checked JSON document on disk, through lowdb: read once, changed in memory, written whole. */
import { rename } from "node:fs/promises";
import { Low } from "lowdb";
import { JSONFile } from "lowdb/node";
import type { ZodType } from "zod";

export interface JsonDocument<T> {
  readonly data: T;
  /**
   * Changes the data and writes it. Changes made while a write runs go into the next one. The change holds in
   * memory also when it cannot be written; that throws, unless the document was opened with `onWriteError`.
   */
  update(change: (data: T) => void): Promise<void>;
}

/**
 * Opens the document. One that does not fit the schema (another version, damage) is set aside with the
 * ending `.bad` and `onBad` is told; the document starts from `empty` then.
 * With `onWriteError` a write that fails is told there and does not stop whoever changes the data.
 */
export async function openDocument<T>(
  path: string,
  schema: ZodType<T>,
  empty: T,
  onBad: (error: unknown) => void,
  onWriteError?: (error: unknown) => void,
): Promise<JsonDocument<T>> {
  const low = new Low<T>(new JSONFile<T>(path), empty);
  try {
    await low.read();
    low.data = schema.parse(low.data);
  } catch (error) {
    onBad(error);
    await rename(path, `${path}.bad`);
    low.data = empty;
  }
  return {
    get data() {
      return low.data;
    },
    async update(change) {
      change(low.data);
      try {
        await low.write();
      } catch (error) {
        if (!onWriteError) throw error;
        onWriteError(error);
      }
    },
  };
}
