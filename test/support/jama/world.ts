/**
 * The whole of Jama for one test: the built bot as a process of its own, the strict Bot API server, the scripted
 * model, a home with projects, the real tmux and the real Claude Code. Only the two services are fakes.
 */
import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Person } from "../../../src/botapi/driver/person.ts";
import { BotApiServer } from "../../../src/botapi/server.ts";
import { type Lab, type LabOptions, openLab } from "../claude/lab.ts";
import { waitFor } from "../claude/wait.ts";

export const personId = 4242;
const main = fileURLToPath(new URL("../../../dist/main.js", import.meta.url));

export interface WorldOptions extends LabOptions {
  /** Variables of the bot; undefined takes one away. */
  readonly settings?: Readonly<Record<string, string | undefined>>;
  /** False: the test starts the bot itself. */
  readonly start?: boolean;
  /** A program with its arguments that starts the bot: to take a right from it, for instance. */
  readonly under?: readonly string[];
}

export interface Bot {
  readonly pid: number;
  /** Ends it as an init system would. */
  stop(): Promise<number | null>;
  /** As a power cut would. */
  kill(): Promise<void>;
  readonly exited: Promise<number | null>;
  readonly output: () => string;
}

export interface World {
  readonly lab: Lab;
  readonly server: BotApiServer;
  readonly person: Person;
  readonly jamaHome: string;
  /** Every bot that was started, oldest first. */
  readonly bots: readonly Bot[];
  /** Starts the bot and waits until it listens. */
  start(settings?: WorldOptions["settings"]): Promise<Bot>;
  /** Starts it and does not wait: for starts that are meant to fail. */
  spawn(settings?: WorldOptions["settings"]): Bot;
  close(): Promise<void>;
}

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const lab = await openLab(options);
  const server = new BotApiServer();
  await server.start();
  const person = server.user({ id: personId, firstName: "Ada" });
  const jamaHome = join(lab.folder, "jama home");
  await mkdir(jamaHome, { recursive: true });
  const bots: Bot[] = [];

  const base = {
    PATH: process.env["PATH"],
    HOME: lab.home,
    USER: "ada",
    SHELL: "/bin/bash",
    LANG: "C.UTF-8",
    TELEGRAM_BOT_TOKEN: server.token,
    TELEGRAM_ALLOWED_USERS: String(personId),
    TELEGRAM_API_ROOT: server.url,
    ANTHROPIC_BASE_URL: lab.api.url,
    JAMA_HOME: jamaHome,
    JAMA_PROJECTS_DIR: lab.folder,
    JAMA_TMUX_SOCKET: lab.tmux.socket,
    JAMA_IDLE_GRACE_SECONDS: "3",
    CLAUDE_PERMISSION_MODE: "bypassPermissions",
    LOG_LEVEL: "debug",
  };

  function spawnBot(settings: WorldOptions["settings"] = {}): Bot {
    const env = { ...base, ...options.settings, ...settings };
    const [program = process.execPath, ...args] = [...(options.under ?? []), process.execPath, main];
    const child = spawn(program, args, {
      cwd: lab.folder,
      env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const file = createWriteStream(join(lab.folder, `bot-${bots.length}.log`));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString();
        file.write(chunk);
      });
    }
    const exited = new Promise<number | null>((resolve) => {
      child.on("exit", (code) => resolve(code));
    });
    const bot: Bot = {
      pid: child.pid ?? 0,
      exited,
      output: () => output,
      stop: () => {
        child.kill("SIGTERM");
        return exited;
      },
      kill: async () => {
        child.kill("SIGKILL");
        await exited;
      },
    };
    bots.push(bot);
    return bot;
  }

  const world: World = {
    lab,
    server,
    person,
    jamaHome,
    bots,
    spawn: spawnBot,
    start: async (settings) => {
      const bot = spawnBot(settings);
      await waitFor(async () => bot.output().includes('"listening"'), {
        timeoutMs: 40_000, // a login shell that hangs is waited for
        seen: async () => bot.output(),
      });
      return bot;
    },
    close: async () => {
      for (const bot of bots) await bot.kill();
      await server.stop();
      await lab.close();
    },
  };
  if (options.start !== false) await world.start();
  return world;
}

export { testKey } from "../claude/environment.ts";
