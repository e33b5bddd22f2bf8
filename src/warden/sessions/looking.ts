/**
 * Looks at the channels that have to be asked: log, panes, screen, processes, transcript. What it finds is evidence,
 * judged when whoever looks has looked at all.
 */
import { statSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "../../logger.ts";
import { type Identity, readIdentity } from "../processes/identity.ts";
import type { Processes } from "../processes/processes.ts";
import { readScreen } from "../screen/readScreen.ts";
import type { PaneInfo, Tmux } from "../tmux/tmux.ts";
import type { LiveSession } from "./liveSession.ts";
import type { Transcripts } from "./transcripts.ts";

/** Claude Code paints a dialog in several strokes, all within this time. */
const paintMs = 200;

export interface LookingInput {
  tmux: Pick<Tmux, "attached" | "listPanes" | "screens">;
  processes: Pick<Processes, "find">;
  transcripts: Transcripts;
  log: Logger;
  now: () => number;
}

/** What tmux says; undefined when it cannot tell, which is no evidence of anything. */
export type Panes =
  | { server: boolean; bySession: ReadonlyMap<string, PaneInfo[]>; byPid: ReadonlyMap<number, PaneInfo> }
  | undefined;

export class Looking {
  readonly #in: LookingInput;
  readonly #identities = new WeakMap<LiveSession, { claude?: Identity; launcher?: Identity }>();

  readonly #readMail: (session: LiveSession) => Promise<void>;

  /** `readMail` resolves when all is taken that is in the session's mailbox. */
  constructor(input: LookingInput, readMail: (session: LiveSession) => Promise<void>) {
    this.#in = input;
    this.#readMail = readMail;
  }

  async panes(): Promise<Panes> {
    try {
      const all = await this.#in.tmux.listPanes();
      const bySession = new Map<string, PaneInfo[]>();
      for (const pane of all ?? [])
        bySession.set(pane.session, [...(bySession.get(pane.session) ?? []), pane]);
      const byPid = new Map(all?.map((pane) => [pane.pid, pane]));
      return { server: all !== undefined, bySession, byPid };
    } catch (error) {
      this.#in.log.warn({ err: error }, "tmux cannot tell what runs");
      return undefined;
    }
  }

  /** Names of tmux sessions that somebody looks at; undefined when it cannot tell. Costs the same for any number of them. */
  async attached(): Promise<ReadonlySet<string> | undefined> {
    try {
      return await this.#in.tmux.attached();
    } catch (error) {
      this.#in.log.warn({ err: error }, "tmux cannot tell who is attached");
      return undefined;
    }
  }

  /** In place: every round of the sweep asks for each, and by way of the thread pool that costs five times as much. */
  async log(session: LiveSession): Promise<void> {
    try {
      const found = statSync(join(session.record.folder, "terminal.log"), { throwIfNoEntry: false });
      if (found === undefined || found.size === session.seen.log?.size) return;
      const { size, mtimeMs } = found;
      await session.find({ channel: "log", at: this.#in.now(), size, changedAt: mtimeMs });
    } catch (error) {
      this.#in.log.debug({ err: error, session: session.record.name }, "its log cannot be looked at");
    }
  }

  /** Gives the session's own pane: the one that runs launch.sh, also where somebody renamed the session. */
  async ownPane(session: LiveSession, panes: NonNullable<Panes>): Promise<PaneInfo | undefined> {
    const { name } = session.record;
    const { launcher } = await this.#identity(session);
    // A session of the same name may be somebody else's: the name counts only before launch.sh has said who it is.
    const pane = launcher ? panes.byPid.get(launcher.pid) : panes.bySession.get(name)?.[0];
    const own = (pane && panes.bySession.get(pane.session)) ?? [];
    await session.find({
      channel: "tmux",
      at: this.#in.now(),
      present: own.length > 0,
      server: panes.server,
      renamed: pane && pane.session !== name ? pane.session : "",
      dead: own.length > 0 && own.every((one) => one.dead),
      attached: Math.max(0, ...own.map((one) => one.attached)),
      panes: own.length,
    });
    return pane;
  }

  /** One program reads all of these screens. */
  async screens(wanted: ReadonlyMap<LiveSession, PaneInfo>): Promise<void> {
    if (wanted.size === 0) return;
    try {
      const at = this.#in.now(); // what is painted from now on may not be on them
      const shown = await this.#in.tmux.screens([...wanted.values()].map(({ paneId }) => paneId));
      for (const [session, { paneId }] of wanted) {
        const text = shown.get(paneId);
        if (text === undefined) continue;
        const reading = readScreen(text);
        const painting = reading.typed === null && grewSince(session, at - paintMs);
        await session.find({ channel: "screen", at, ...reading, ...(painting && { painting }) });
      }
    } catch (error) {
      this.#in.log.warn({ err: error }, "screens cannot be read");
    }
  }

  /** At most one program tells of all of them. */
  async processes(sessions: readonly LiveSession[]): Promise<void> {
    const known = await Promise.all(sessions.map((one) => this.#identity(one)));
    const pids = known.flatMap(({ claude, launcher }) => [claude?.pid, launcher?.pid]);
    const wanted = pids.filter((pid) => pid !== undefined);
    const found = wanted.length === 0 ? [] : await this.#in.processes.find(wanted);
    const starts = new Map(found.map(({ pid, start }) => [pid, start]));
    const at = this.#in.now();
    for (const [nth, session] of sessions.entries()) {
      const { claude, launcher } = known[nth] ?? {};
      // launch.sh leaves the exit event before it ends: it is there by now, and may not have been when mail was read.
      if (isAlive(launcher, starts) === "gone") await this.#readMail(session);
      await session.find({
        channel: "process",
        at,
        pid: claude?.pid ?? 0,
        claude: isAlive(claude, starts),
        launcher: isAlive(launcher, starts),
      });
    }
  }

  async transcript(session: LiveSession): Promise<void> {
    const ending = await this.#in.transcripts.ending(session);
    if (ending) await session.find(ending);
  }

  /** launch.sh leaves it in its first moment; what is not there yet is looked for again. */
  async #identity(session: LiveSession): Promise<{ claude?: Identity; launcher?: Identity }> {
    const known = this.#identities.get(session) ?? {};
    if (known.claude && known.launcher) return known;
    this.#identities.set(session, known);
    for (const who of ["claude", "launcher"] as const) {
      if (known[who]) continue;
      const identity = await readIdentity(session.record.folder, who);
      if (identity) known[who] = identity;
    }
    return known;
  }
}

function isAlive(
  identity: Identity | undefined,
  starts: ReadonlyMap<number, string>,
): "alive" | "gone" | "unknown" {
  if (!identity) return "unknown";
  const now = starts.get(identity.pid);
  return now !== undefined && (identity.start === "" || now === identity.start) ? "alive" : "gone";
}

function grewSince(session: LiveSession, since: number): boolean {
  const found = statSync(join(session.record.folder, "terminal.log"), { throwIfNoEntry: false });
  return found !== undefined && found.mtimeMs > since;
}
