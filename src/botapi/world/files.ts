/** Files that people and the bot sent, found by file id or by path. They live in memory only. */
import { randomBytes } from "node:crypto";

export interface StoredFile {
  id: string;
  uniqueId: string;
  /** As in `/file/bot<token>/<path>`. */
  path: string;
  name: string;
  mime: string;
  content: Uint8Array;
}

export interface NewFile {
  name: string;
  mime: string;
  content: Uint8Array;
}

export class FileStore {
  readonly #byId = new Map<string, StoredFile>();

  /** Keeps a file; `folder` is what Telegram's paths begin with ("documents", "photos"). */
  add(folder: string, file: NewFile): StoredFile {
    const extension = /\.[A-Za-z0-9]{1,8}$/.exec(file.name)?.[0] ?? "";
    const stored: StoredFile = {
      ...file,
      id: `BQAC${randomBytes(24).toString("base64url")}`,
      uniqueId: `AgAD${randomBytes(8).toString("base64url")}`,
      path: `${folder}/file_${this.#byId.size}${extension}`,
    };
    this.#byId.set(stored.id, stored);
    return stored;
  }

  get(id: string): StoredFile | undefined {
    return this.#byId.get(id);
  }

  atPath(path: string): StoredFile | undefined {
    return [...this.#byId.values()].find((file) => file.path === path);
  }
}
