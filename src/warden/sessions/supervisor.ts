/**
 * All live sessions: brings evidence to them by the instant paths and, every few seconds, by the sweep, whose
 * number of processes does not grow with the number of sessions (screens are read only where something hangs
 * on them).
 */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "../../logger.ts";
import { Mailbox } from "../evidence/mailbox.ts";
import { isSameRegistry } from "../evidence/news.ts";
import { Registry, type RegistryEntry } from "../evidence/registry.ts";
import { wantsScreen, wantsTranscript } from "../judge/wants.ts";
import { readScreen } from "../screen/readScreen.ts";
import type { PaneInfo, Tmux } from "../tmux/tmux.ts";
import type { LiveSession } from "./liveSession.ts";
import type { Transcripts } from "./transcripts.ts";

export interface SupervisorInput {
  tmux: Tmux;
  transcripts: Transcripts;
  /** Claude Code's `sessions` folder. */
  registryFolder: string;
  sweepMs: number;
  log: Logger;
  now: () => number;
}

interface Watched {
  session: LiveSession;
  mailbox: Mailbox;
  /** The registry's words are taken one after the other. */
  heard: Promise<void>;
}

export class Supervisor {
  readonly #in: SupervisorInput;
  readonly #sessions = new Map<string, Watched>();
  readonly #registry: Registry;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(input: SupervisorInput) {
    this.#in = input;
    this.#registry = new Registry(input.registryFolder, (entry) => this.#heard(entry), input.now);
  }

  get sessions(): LiveSession[] {
    return [...this.#sessions.values()].map((one) => one.session);
  }

  find(name: string): LiveSession | undefined {
    return this.#sessions.get(name)?.session;
  }

  /** Begins to watch a session. Its folder must be there. */
  async watch(session: LiveSession): Promise<void> {
    const { folder, name } = session.record;
    const mailbox = new Mailbox(
      join(folder, "events"),
      (evidence) => session.receive(evidence),
      this.#in.log,
    );
    this.#sessions.set(name, { session, mailbox, heard: Promise.resolve() });
    await this.#seeLog(session);
    mailbox.open();
    await mailbox.read();
    await this.#registry.read();
    this.#schedule();
  }

  unwatch(session: LiveSession): void {
    this.#sessions.get(session.record.name)?.mailbox.close();
    this.#sessions.delete(session.record.name);
  }

  /** One round over all channels of all sessions. */
  async sweep(): Promise<void> {
    const panes = await this.#panes();
    await this.#registry.read();
    await Promise.all(this.sessions.map((session) => this.#round(session, panes, false)));
  }

  /** A round for one session, its screen included. */
  async look(session: LiveSession): Promise<void> {
    await this.#registry.read();
    await this.#round(session, await this.#panes(), true);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#registry.close();
    for (const { mailbox } of this.#sessions.values()) mailbox.close();
  }

  #schedule(): void {
    if (this.#timer || this.#closed) return;
    this.#timer = setTimeout(async () => {
      await this.sweep().catch((error) => this.#in.log.error({ err: error }, "the sweep failed"));
      this.#timer = undefined;
      if (this.#sessions.size > 0) this.#schedule();
    }, this.#in.sweepMs);
  }

  async #round(session: LiveSession, panes: PaneInfo[] | undefined, screenToo: boolean): Promise<void> {
    const watched = this.#sessions.get(session.record.name);
    if (!watched || session.seen.launchedAt === undefined) return;
    await this.#seeLog(session); // first: after a downtime the last size that is known is an old one
    watched.mailbox.open();
    await watched.mailbox.read();
    await watched.heard;
    if (panes) await this.#seePanes(session, panes);
    if (screenToo || wantsScreen(session.seen, this.#in.now())) await this.#seeScreen(session);
    if (wantsTranscript(session.seen, this.#in.now())) {
      const ending = await this.#in.transcripts.ending(session);
      if (ending) await session.receive(ending);
    }
    await session.tick();
  }

  /** Undefined when tmux cannot tell: that is no evidence of anything. */
  async #panes(): Promise<PaneInfo[] | undefined> {
    try {
      return await this.#in.tmux.listPanes();
    } catch (error) {
      this.#in.log.warn({ err: error }, "tmux cannot tell what runs");
      return undefined;
    }
  }

  async #seePanes(session: LiveSession, panes: readonly PaneInfo[]): Promise<void> {
    const own = panes.filter((pane) => pane.session === session.record.name);
    await session.receive({
      channel: "tmux",
      at: this.#in.now(),
      present: own.length > 0,
      dead: own.length > 0 && own.every((pane) => pane.dead),
      attached: Math.max(0, ...own.map((pane) => pane.attached)),
      panes: own.length,
    });
  }

  async #seeLog(session: LiveSession): Promise<void> {
    try {
      const { size, mtimeMs } = await stat(join(session.record.folder, "terminal.log"));
      if (size === session.seen.log?.size) return;
      await session.receive({ channel: "log", at: this.#in.now(), size, changedAt: mtimeMs });
    } catch (error) {
      this.#in.log.debug({ err: error, session: session.record.name }, "no log yet");
    }
  }

  async #seeScreen(session: LiveSession): Promise<void> {
    try {
      const text = await this.#in.tmux.capture(session.record.name);
      if (text === undefined) return;
      await session.receive({ channel: "screen", at: this.#in.now(), ...readScreen(text) });
    } catch (error) {
      this.#in.log.warn({ err: error, session: session.record.name }, "its screen cannot be read");
    }
  }

  /** After /clear the id is a new one, but the process is the same. */
  #heard({ claudeId, evidence }: RegistryEntry): void {
    const session = this.sessions.find(
      ({ record, seen }) =>
        record.claudeId === claudeId ||
        (seen.registry?.pid === evidence.pid && seen.registry.procStart === evidence.procStart),
    );
    const watched = session && this.#sessions.get(session.record.name);
    if (watched) watched.heard = watched.heard.then(() => this.#takeRegistry(watched, evidence));
  }

  /**
   * A Stop is in the mailbox before Claude Code says idle, but its file may be noticed later: without it an earlier
   * Stop, which a project's own hook sent back to work, would be taken for the end.
   */
  async #takeRegistry({ session, mailbox }: Watched, evidence: RegistryEntry["evidence"]): Promise<void> {
    if (isSameRegistry(evidence, session.seen)) return;
    if (evidence.status === "idle") await mailbox.read();
    await session.receive(evidence);
  }
}
