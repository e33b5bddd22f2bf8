/** One real Claude Code in a lab's tmux, seen through its hooks, its registry entry and its screen. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { HookFolder, type HookRecord } from "./hooks.ts";
import { type RegistryEntry, readRegistry } from "./registry.ts";
import type { TmuxServer } from "./tmux.ts";
import { waitFor } from "./wait.ts";

export interface SessionOptions {
  readonly task?: string;
  readonly name?: string;
  /** `bypassPermissions` when nothing else is said. */
  readonly mode?: string;
  /** Merged into the file given with --settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly args?: readonly string[];
}

interface Place {
  readonly folder: string;
  readonly home: string;
  readonly project: { readonly path: string };
  readonly tmux: TmuxServer;
  readonly program: string;
}

export interface LiveSession {
  readonly name: string;
  readonly id: string;
  readonly hooks: HookFolder;
  /** The first hook payload of that kind. */
  hook(event: string, accepts?: (record: HookRecord) => boolean): Promise<HookRecord>;
  /** The registry entry once it fits. */
  registry(accepts: (entry: RegistryEntry) => boolean): Promise<RegistryEntry>;
  /** The screen once it holds the text. */
  screen(text: string | RegExp): Promise<string>;
  /** Pastes a text into the prompt and presses Enter. */
  prompt(text: string): Promise<void>;
  keys(...keys: string[]): Promise<void>;
}

/** Starts it; returns as soon as tmux has the session. */
export async function openSession(
  place: Place,
  options: SessionOptions & { name: string },
): Promise<LiveSession> {
  const { name, task, mode = "bypassPermissions", settings, args = [] } = options;
  const { tmux } = place;
  const id = randomUUID();
  const hooks = new HookFolder(join(place.folder, `hooks-${name}`));
  const file = await hooks.prepare(settings);
  const known = args.includes("--resume") ? [] : ["--session-id", id];
  const flags = [...known, "--settings", file, "--permission-mode", mode, ...args];
  await tmux.start(
    name,
    [place.program, ...flags, ...(task === undefined ? [] : ["--", task])],
    place.project.path,
  );
  const pid = await tmux.panePid(name);
  const look = () => tmux.capture(name);
  return {
    name,
    id,
    hooks,
    hook: (event, accepts = () => true) => hooks.wait((one) => one.event === event && accepts(one)),
    registry: (accepts) =>
      waitFor(
        async () => {
          const entry = await readRegistry(place.home, pid);
          return entry !== undefined && accepts(entry) && entry;
        },
        { everyMs: 5, seen: async () => JSON.stringify(await readRegistry(place.home, pid)) },
      ),
    screen: (text) =>
      waitFor(
        async () => {
          const shown = await look();
          return (typeof text === "string" ? shown.includes(text) : text.test(shown)) && shown;
        },
        { seen: look },
      ),
    prompt: async (text) => {
      await tmux.run("set-buffer", "-b", name, text);
      await tmux.run("paste-buffer", "-p", "-r", "-d", "-b", name, "-t", `=${name}:`);
      await tmux.keys(name, "Enter");
    },
    keys: (...keys) => tmux.keys(name, ...keys),
  };
}
