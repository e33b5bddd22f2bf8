/**
 * The terminals' devices: the system removes one in the moment its pane is gone, so that one watch on one folder
 * tells of every session whose tmux session or server is ended. Where there is no such folder the sweep finds it.
 */
import { existsSync, type FSWatcher } from "node:fs";
import { dirname } from "node:path";
import { watchFolder } from "../../storage/watch.ts";

export class PaneWatch {
  readonly #gone: (session: string) => void;
  /** Sessions by the device of their pane. */
  readonly #sessions = new Map<string, string>();
  #watcher: FSWatcher | undefined;

  constructor(gone: (session: string) => void) {
    this.#gone = gone;
  }

  get isWatching(): boolean {
    return this.#watcher !== undefined;
  }

  /** Called with every list of panes: a pane keeps its device as long as it lives. */
  know(session: string, tty: string): void {
    this.#watcher ??= watchFolder(
      dirname(tty),
      (name) => name !== null && this.#look(`${dirname(tty)}/${name}`),
      () => this.close(),
    );
    if (this.#sessions.get(tty) === session) return;
    for (const [device, owner] of this.#sessions) if (owner === session) this.#sessions.delete(device);
    this.#sessions.set(tty, session);
  }

  forget(session: string): void {
    for (const [tty, owner] of this.#sessions) if (owner === session) this.#sessions.delete(tty);
  }

  close(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
  }

  #look(tty: string): void {
    const session = this.#sessions.get(tty);
    if (session === undefined || existsSync(tty)) return;
    this.#sessions.delete(tty);
    this.#gone(session);
  }
}
