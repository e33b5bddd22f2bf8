/** Hooks that write each payload into a folder, and a reader that waits for them. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { waitFor } from "./wait.ts";

/** A hook's payload, and when its file was finished (Unix milliseconds). */
export interface HookRecord {
  readonly event: string;
  readonly at: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

const plainEvents = ["SessionStart", "UserPromptSubmit", "Notification", "Stop", "StopFailure", "SessionEnd"];
const toolEvents = ["PermissionRequest", "PostToolUse"];

/** Settings for `--settings` that write payloads to `<folder>/<nanoseconds>-<pid>.json`. */
function recordingSettings(folder: string): Record<string, unknown> {
  const relay = `t=$(date +%s%N); cat > '${folder}/.'$$ && mv '${folder}/.'$$ '${folder}/'$t-$$.json`;
  const hook = { type: "command", command: relay, timeout: 20 };
  const plain = plainEvents.map((event) => [event, [{ hooks: [hook] }]]);
  const tools = toolEvents.map((event) => [event, [{ matcher: "*", hooks: [hook] }]]);
  return { promptSuggestionEnabled: false, hooks: Object.fromEntries([...plain, ...tools]) };
}

export class HookFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Makes the folder and a settings file beside it; gives the file's path. */
  async prepare(extra: Readonly<Record<string, unknown>> = {}): Promise<string> {
    await mkdir(this.path, { recursive: true });
    const file = `${this.path}.settings.json`;
    await writeFile(file, JSON.stringify({ ...recordingSettings(this.path), ...extra }));
    return file;
  }

  /** All payloads so far, oldest first. */
  async all(): Promise<HookRecord[]> {
    const names = (await readdir(this.path)).filter((name) => /^\d+-\d+\.json$/.test(name)).sort();
    return Promise.all(names.map((name) => this.#read(name)));
  }

  /** The first payload that fits. */
  async wait(accepts: (record: HookRecord) => boolean, timeoutMs?: number): Promise<HookRecord> {
    const seen = async () => (await this.all()).map((one) => one.event).join(" ");
    return waitFor(async () => (await this.all()).find(accepts), { timeoutMs, seen });
  }

  async #read(name: string): Promise<HookRecord> {
    const payload = JSON.parse(await readFile(join(this.path, name), "utf8"));
    return { event: payload.hook_event_name, at: Number(name.split("-")[0]) / 1e6, payload };
  }
}
