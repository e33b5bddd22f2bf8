/** A folder's changes, at once: the instant path. What it misses, the sweep finds. */
import { type FSWatcher, watch } from "node:fs";

/**
 * Calls `onChange` when anything in the folder changes. Returns undefined when the folder cannot be watched
 * (it is not there yet, the system's limit is reached): the caller tries again at the next sweep, and also
 * after `onLost`: the watcher has broken, and is closed.
 */
export function watchFolder(
  folder: string,
  onChange: (name: string | null) => void,
  onLost: () => void = () => undefined,
): FSWatcher | undefined {
  try {
    const watcher = watch(folder, (_, name) => onChange(name));
    watcher.on("error", () => {
      watcher.close();
      onLost();
    });
    return watcher;
  } catch {
    return undefined;
  }
}
