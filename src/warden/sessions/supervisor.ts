/**
 * All live sessions: brings evidence to them by the instant paths (watches, and timers for what only time tells)
 * and, every few seconds, by the sweep, whose number of processes does not grow with the number of sessions.
 */
import { join } from "node:path";
import type { Logger } from "../../logger.ts";
import { Mailbox } from "../evidence/mailbox.ts";
import { isSameRegistry } from "../evidence/news.ts";
import { PaneWatch } from "../evidence/panes.ts";
import { Registry, type RegistryEntry } from "../evidence/registry.ts";
import { isFollowed, nextLook, wantsProcess, wantsScreen, wantsTranscript } from "../judge/looks.ts";
import type { PaneInfo } from "../tmux/tmux.ts";
import type { LiveSession } from "./liveSession.ts";
import { Looking, type LookingInput, type Panes } from "./looking.ts";
import { Rhythm } from "./rhythm.ts";
import { speaksOf } from "./speaksOf.ts";
import type { Watched } from "./watched.ts";

export interface SupervisorInput extends LookingInput {
  /** Claude Code's `sessions` folder. */
  registryFolder: string;
  sweepMs: number;
  /** Told each time the registry names the version that a session runs. */
  heardVersion(session: LiveSession, version: string): Promise<void>;
  log: Logger;
  now: () => number;
}

/** Of one round. `everything`: the costly channels, too. `trusts`: the watches have brought what there is. */
interface Thoroughness {
  everything: boolean;
  trusts: boolean;
}

export class Supervisor {
  readonly #in: SupervisorInput;
  readonly #looking: Looking;
  readonly #sessions = new Map<string, Watched>();
  /** By pid: whom an entry of the registry was about. Asking each session again for each entry would go with the square. */
  readonly #spokenOf = new Map<number, Watched>();
  readonly #registry: Registry;
  readonly #panes: PaneWatch;
  #timer: NodeJS.Timeout | undefined;
  readonly #rhythm: Rhythm;
  #closed = false;

  constructor(input: SupervisorInput) {
    this.#in = input;
    this.#rhythm = new Rhythm(input.sweepMs);
    this.#looking = new Looking(input, async ({ record }) => this.#sessions.get(record.name)?.mailbox.read());
    this.#registry = new Registry(input.registryFolder, (entry) => this.#heard(entry), input.now);
    this.#panes = new PaneWatch((name) => this.#lookSoon(name, 0));
  }

  get sessions(): LiveSession[] {
    return [...this.#sessions.values()].map((one) => one.session);
  }

  find(name: string): LiveSession | undefined {
    return this.#sessions.get(name)?.session;
  }

  /**
   * Begins to watch a session. Its folder must be there. What came while nobody watched is judged as a whole: a
   * question that was answered meanwhile is none.
   */
  async watch(session: LiveSession): Promise<void> {
    const { folder, name } = session.record;
    const mailbox = new Mailbox(
      join(folder, "events"),
      async (evidence) => {
        if (!watched.isReadUp) return session.find(evidence);
        if (!this.#registry.isWatching) this.#registry.read();
        const kept = await session.receive(evidence);
        this.#arm(name);
        return kept;
      },
      this.#in.log,
    );
    const watched: Watched = { session, mailbox, heard: Promise.resolve(), isReadUp: false };
    this.#sessions.set(name, watched);
    await this.#looking.log(session);
    mailbox.open();
    await mailbox.read();
    watched.isReadUp = true;
    this.#registry.read();
    await watched.heard;
    await session.tick();
    this.#arm(name);
    this.#schedule();
  }

  unwatch(session: LiveSession): void {
    const { name } = session.record;
    const watched = this.#sessions.get(name);
    watched?.mailbox.close();
    clearTimeout(watched?.timer);
    this.#panes.forget(name);
    this.#sessions.delete(name);
    for (const [pid, one] of this.#spokenOf) if (one === watched) this.#spokenOf.delete(pid);
  }

  /** One round: over all channels of all sessions, but for what is heard at once anyway. */
  async sweep(): Promise<void> {
    const at = this.#in.now();
    const { slept, trusts } = this.#rhythm.begins(at);
    // While the machine slept nothing could move: that is no sign of anything.
    if (slept) await Promise.all(this.sessions.map((one) => one.receive({ channel: "woke", at })));
    if (!trusts || !this.#registry.isUpToDate) this.#registry.read();
    await this.#round(this.sessions, { everything: false, trusts });
  }

  /** A round for one session, its screen and processes included. */
  async look(session: LiveSession): Promise<void> {
    this.#registry.read();
    await this.#round([session], { everything: true, trusts: false });
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#registry.close();
    this.#panes.close();
    for (const { mailbox, timer } of this.#sessions.values()) {
      mailbox.close();
      clearTimeout(timer);
    }
  }

  #schedule(): void {
    if (this.#timer || this.#closed) return;
    this.#timer = setTimeout(async () => {
      await this.sweep().catch((error) => this.#in.log.error({ err: error }, "the sweep failed"));
      this.#timer = undefined;
      if (this.#sessions.size > 0) this.#schedule();
    }, this.#in.sweepMs);
  }

  async #round(sessions: readonly LiveSession[], { everything, trusts }: Thoroughness): Promise<void> {
    const launched = sessions.filter(
      ({ seen, record }) => seen.launchedAt !== undefined && this.#sessions.get(record.name)?.isReadUp,
    );
    const left = trusts ? await this.#leftOut(launched) : new Set();
    const due = launched.filter((one) => !left.has(one));
    if (due.length === 0) return;
    const panes = await this.#looking.panes();
    const own = new Map<LiveSession, PaneInfo>();
    await Promise.all(
      due.map(async (session) => {
        const pane = await this.#cheap(session, panes, trusts);
        if (pane && (everything || wantsScreen(session.seen, this.#in.now()))) own.set(session, pane);
      }),
    );
    await this.#looking.screens(own);
    const now = this.#in.now();
    await this.#looking.processes(due.filter(({ seen }) => everything || wantsProcess(seen, now)));
    await Promise.all(due.map((session) => this.#conclude(session)));
  }

  /** Until the next round that trusts no watch: whatever happens to these is told at once, and nobody looks at them. */
  async #leftOut(launched: readonly LiveSession[]): Promise<ReadonlySet<LiveSession>> {
    if (!this.#registry.isUpToDate || !this.#panes.isWatching) return new Set();
    // The rules take the time of the last paint for a fresh one, also of what is left out.
    await Promise.all(launched.map((one) => this.#looking.log(one)));
    const isHeard = ({ record }: LiveSession) => this.#sessions.get(record.name)?.mailbox.isWatching;
    const followed = launched.filter((one) => isHeard(one) && isFollowed(one.seen, this.#in.now()));
    const attached = followed.length > 0 ? await this.#looking.attached() : undefined;
    if (!attached) return new Set();
    return new Set(followed.filter(({ seen, record }) => !attached.has(seen.tmux?.renamed || record.name)));
  }

  /** What costs no process of its own. Gives the pane when there is one. */
  async #cheap(session: LiveSession, panes: Panes, trusts: boolean): Promise<PaneInfo | undefined> {
    const watched = this.#sessions.get(session.record.name);
    if (!watched) return undefined;
    await this.#looking.log(session); // first: after a downtime the last size that is known is an old one
    watched.mailbox.open();
    if (!trusts || !watched.mailbox.isWatching) await watched.mailbox.read();
    await watched.heard;
    if (!panes) return undefined;
    const pane = await this.#looking.ownPane(session, panes);
    if (pane) this.#panes.know(session.record.name, pane.tty);
    return pane;
  }

  async #conclude(session: LiveSession): Promise<void> {
    if (wantsTranscript(session.seen, this.#in.now())) await this.#looking.transcript(session);
    await session.tick();
    this.#arm(session.record.name);
  }

  /** Sets the timer for what only time, or a channel that has to be asked, will tell. */
  #arm(name: string): void {
    const watched = this.#sessions.get(name);
    if (!watched) return;
    const now = this.#in.now();
    const wait = nextLook(watched.session.seen, now);
    const sooner = watched.timer === undefined || now + (wait ?? 0) < (watched.due ?? 0);
    if (wait !== undefined && wait < this.#in.sweepMs && sooner) this.#lookSoon(name, wait);
  }

  #lookSoon(name: string, waitMs: number): void {
    const watched = this.#sessions.get(name);
    if (!watched || this.#closed) return;
    clearTimeout(watched.timer);
    watched.due = this.#in.now() + waitMs;
    watched.timer = setTimeout(() => {
      delete watched.timer;
      this.#round([watched.session], { everything: waitMs === 0, trusts: false }).catch((error) =>
        this.#in.log.error({ err: error, session: name }, "a look at a session failed"),
      );
    }, waitMs);
  }

  #heard(entry: RegistryEntry): void {
    const { claudeId, evidence } = entry;
    const before = this.#spokenOf.get(evidence.pid);
    const about = ({ session, lastEntry }: Watched) => {
      const registry = lastEntry?.evidence ?? session.seen.registry;
      return speaksOf({ record: session.record, seen: registry ? { registry } : {} }, claudeId, evidence);
    };
    const watched = before && about(before) ? before : [...this.#sessions.values()].find(about);
    if (!watched?.isReadUp || watched.lastEntry === entry) return;
    watched.lastEntry = entry;
    this.#spokenOf.set(evidence.pid, watched);
    watched.heard = watched.heard.then(() => this.#takeRegistry(watched, entry));
  }

  /**
   * A Stop is in the mailbox before Claude Code says idle, but its file may be noticed later: without it an earlier
   * Stop, which a project's own hook sent back to work, would be taken for the end.
   */
  async #takeRegistry({ session, mailbox }: Watched, { claudeId, evidence }: RegistryEntry): Promise<void> {
    session.conversation = claudeId;
    if (evidence.version !== undefined) await this.#in.heardVersion(session, evidence.version);
    if (isSameRegistry(evidence, session.seen)) return;
    if (evidence.status === "idle") await mailbox.read();
    await session.receive(evidence);
    this.#arm(session.record.name);
  }
}
