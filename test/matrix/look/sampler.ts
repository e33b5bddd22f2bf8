/** Looks at a session as the seeds' watcher does, twice a second: the log's time and the screen, for `seedSays`. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { TmuxServer } from "../../support/claude/tmux.ts";
import type { Sample } from "../judge/seedRule.ts";

const everyMs = 500;

export class Sampler {
  readonly samples: Sample[] = [];
  readonly #tmux: TmuxServer;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();

  constructor(tmux: TmuxServer) {
    this.#tmux = tmux;
  }

  start(session: string, folder: string): void {
    const log = join(folder, "terminal.log");
    this.#timer = setInterval(() => {
      this.#looking = this.#looking.then(() => this.#look(session, log));
    }, everyMs);
  }

  /** Resolves when no look is under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  async #look(session: string, path: string): Promise<void> {
    const at = Date.now();
    const [log, screen] = await Promise.all([
      stat(path).catch(() => undefined),
      this.#tmux.capture(session).catch(() => undefined),
    ]);
    this.samples.push({ at, logAt: log?.mtimeMs, screen });
  }
}
