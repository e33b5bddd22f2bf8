/**
 * Looks for processes that outlived their session, and tells of each once. Nothing is ended here: that is a person's
 * order, and goes by identity.
 */
import { join } from "node:path";
import { z } from "zod";
import type { Logger } from "../../logger.ts";
import type { SessionView } from "../../protocol/session.ts";
import { type JsonDocument, openDocument } from "../../storage/document.ts";
import { asLeftovers } from "../end/endSession.ts";
import { endedView } from "../journal/endedView.ts";
import type { SessionIndex } from "../journal/index.ts";
import type { Marked, MarkedProcess, ProcessInfo } from "../processes/processes.ts";
import type { EventSpool } from "../spool/eventSpool.ts";
import { common } from "../tell/compose.ts";
import { findOrphans, identityOf, type Orphaned } from "./findOrphans.ts";

const Told = z.object({
  version: z.literal(1),
  /** Identities of processes that the person knows of, by session. */
  told: z.record(z.string(), z.array(z.string())),
});

export interface OrphansInput {
  home: string;
  index: SessionIndex;
  told: JsonDocument<z.infer<typeof Told>>;
  events: Pick<EventSpool, "publish">;
  log: Logger;
  now: () => number;
}

export function openTold(home: string, log: Logger): Promise<OrphansInput["told"]> {
  return openDocument(
    join(home, "orphans.json"),
    Told,
    { version: 1, told: {} },
    (error) => log.error({ err: error }, "orphans.json cannot be used; it is set aside and begun anew"),
    (error) => log.error({ err: error }, "orphans.json could not be written; it goes on from memory"),
  );
}

export class Orphans {
  readonly #in: OrphansInput;
  /** Sessions that the index does not know and that have processes. */
  #unknown = new Map<string, SessionView>();

  constructor(input: OrphansInput) {
    this.#in = input;
  }

  /** Sessions that only their processes tell of. */
  get unknown(): SessionView[] {
    return [...this.#unknown.values()];
  }

  /** Where the processes of such a session are looked for; undefined when there are none. */
  unknownSession(name: string): Marked | undefined {
    return this.#unknown.has(name) ? { name, folder: join(this.#in.home, "sessions", name) } : undefined;
  }

  /** The person hears of these in another way, with the end of their session. */
  async told(session: string, processes: readonly ProcessInfo[]): Promise<void> {
    if (processes.length === 0) return;
    await this.#in.told.update(({ told }) => {
      told[session] = [...new Set([...(told[session] ?? []), ...processes.map(identityOf)])];
    });
  }

  /** `marked`: every process of this machine that carries the marker of a session of this home. */
  async look(marked: readonly MarkedProcess[]): Promise<void> {
    const { index, told } = this.#in;
    const over = new Map(Object.values(index.data.sessions).map((one) => [one.record.name, one.over]));
    await this.#forget(marked);
    for (const orphaned of findOrphans({ marked, over, told: told.data.told })) await this.#tell(orphaned);
    const names = new Set(marked.map((one) => one.session).filter((name) => !over.has(name)));
    this.#unknown = new Map([...names].map((name) => [name, this.#viewOf(name)]));
  }

  async #tell({ session, roots, all }: Orphaned): Promise<void> {
    const { events, log, now } = this.#in;
    log.warn({ session, processes: all }, "processes outlived their session");
    const base = common(this.#viewOf(session), `orphans:${now()}`, now());
    await events.publish({ ...base, type: "orphans", leftovers: asLeftovers(roots) });
    await this.told(session, all);
  }

  /** An unknown session is told to whoever asked for work last. */
  #viewOf(name: string): SessionView {
    const entries = Object.values(this.#in.index.data.sessions);
    const entry = entries.find((one) => one.record.name === name);
    if (entry) return endedView(entry);
    const last = entries.sort((one, other) => other.record.createdAt - one.record.createdAt)[0];
    const project = /^claude-(.+)-\d{8}-\d{6}(?:-\d+)?$/.exec(name)?.[1] ?? name;
    const origin = last?.record.origin ?? "";
    return { name, project, origin, state: "lost", detail: "", task: "", createdAt: 0, since: 0 };
  }

  /** What has gone need not be remembered. */
  async #forget(marked: readonly MarkedProcess[]): Promise<void> {
    const alive = new Set(marked.map((one) => `${one.session} ${identityOf(one)}`));
    const { told } = this.#in.told.data;
    const isGone = (session: string, one: string) => !alive.has(`${session} ${one}`);
    if (!Object.entries(told).some(([session, all]) => all.some((one) => isGone(session, one)))) return;
    await this.#in.told.update((data) => {
      for (const [session, all] of Object.entries(data.told)) {
        const left = all.filter((one) => !isGone(session, one));
        if (left.length > 0) data.told[session] = left;
        else delete data.told[session];
      }
    });
  }
}
