/** Keeps what the real Claude Code showed as fixtures, with this machine's paths made neutral. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { HookRecord } from "../support/claude/hooks.ts";
import type { Lab } from "../support/claude/lab.ts";
import type { LiveSession } from "../support/claude/session.ts";

export interface Keeper {
  hook(name: string, record: HookRecord): Promise<void>;
  /** Keeps the registry entry as it is once it has that status. */
  registry(name: string, session: LiveSession, status: string): Promise<void>;
  /** Keeps the screen twice: plain, and with attributes as `<name>.ansi.txt`. */
  screen(name: string, session: LiveSession): Promise<void>;
}

/** `root` is the folder of one version. */
export function keeperOf(root: string, lab: Lab): Keeper {
  const neutral = (text: string) =>
    text
      .replaceAll(lab.project.path, "/home/user/webapp")
      .replaceAll(lab.home, "/home/user")
      .replaceAll(lab.folder, "/home/user")
      .replaceAll(lab.folder.replace(/[^a-zA-Z0-9]/g, "-"), "-home-user")
      .replaceAll(/sk-ant-\.\.\.\w+/g, "sk-...")
      .replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1:8080")
      .replaceAll(/linux:[0-9a-f]{32}:/g, `linux:${"0".repeat(32)}:`);
  const keep = async (kind: string, name: string, text: string) => {
    await mkdir(join(root, kind), { recursive: true });
    await writeFile(join(root, kind, name), `${neutral(text).trimEnd()}\n`);
  };
  return {
    hook: (name, record) => keep("hooks", `${name}.json`, JSON.stringify(record.payload, null, 2)),
    registry: async (name, session, status) => {
      const entry = await session.registry((one) => one.status === status);
      await keep("registry", `${name}.json`, JSON.stringify(entry, null, 2));
    },
    screen: async (name, session) => {
      await keep("screens", `${name}.txt`, await lab.tmux.capture(session.name));
      await keep("screens", `${name}.ansi.txt`, await lab.tmux.capture(session.name, true));
    },
  };
}
