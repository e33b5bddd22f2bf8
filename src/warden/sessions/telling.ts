/** What is told of a session outside its verdicts: that it was launched, waits, or never came to be. */
import { dirname, join } from "node:path";
import type { SessionEvent } from "../../protocol/events.ts";
import type { Leftover } from "../../protocol/leftover.ts";
import type { SessionIndex } from "../journal/index.ts";
import type { SessionRecord } from "../journal/record.ts";
import type { Marked } from "../processes/processes.ts";
import type { EventSpool } from "../spool/eventSpool.ts";
import { common } from "../tell/compose.ts";
import type { LiveSession } from "./liveSession.ts";

export interface TellingInput {
  events: Pick<EventSpool, "publish">;
  index: SessionIndex;
  /** The command with which a person attaches. */
  attachCommand(session: string): string;
  /** What still runs of a session that is over. */
  leftovers(session: Marked): Promise<Leftover[]>;
  /** Told with every launch: what is wrong with this machine. */
  problem: string | undefined;
  now: () => number;
}

export class Telling {
  readonly #in: TellingInput;

  constructor(input: TellingInput) {
    this.#in = input;
  }

  async launched(session: LiveSession, notes: string[] = []): Promise<void> {
    const { problem, attachCommand } = this.#in;
    const attach = attachCommand(session.record.name);
    const said = problem ? [...notes, problem] : notes;
    const resumes = await this.#resumed(session.record);
    await this.#tell(session, "launched", (common) => ({
      ...common,
      type: "launched",
      attach,
      notes: said,
      ...(resumes ? { resumes } : {}),
    }));
  }

  async #resumed({ folder, resumes }: SessionRecord) {
    if (!resumes) return undefined;
    const { session, guard } = resumes;
    const former = { name: session, folder: join(dirname(folder), session) };
    return { session, leftovers: await this.#in.leftovers(former), ...(guard ? { guard } : {}) };
  }

  async queued(session: LiveSession, why = "It waits for its turn."): Promise<void> {
    await this.#tell(session, "queued", (common) => ({ ...common, type: "queued", why }));
  }

  async notLaunched(session: LiveSession, why: string): Promise<void> {
    await session.receive({ channel: "not-launched", at: this.#in.now(), why });
    await this.#tell(session, "over", (common) => ({ ...common, type: "not-started", why, screen: "" }));
  }

  /** Its folder is gone: nothing can be kept of it any more but its end. */
  async givenUp(record: SessionRecord): Promise<void> {
    const { events, index, now } = this.#in;
    const { name, project, createdAt, task, origin } = record;
    const view = { name, project, createdAt, task, origin, state: "lost", detail: "", since: now() } as const;
    const why = "Its folder is gone or cannot be read, so I cannot watch it any more.";
    await events.publish({ ...common(view, "over", now()), type: "not-started", why, screen: "" });
    await index.update(({ sessions }) => {
      const entry = sessions[name];
      if (entry) Object.assign(entry, { over: true, overAt: now(), state: "lost" });
    });
  }

  async #tell(
    session: LiveSession,
    key: string,
    event: (base: ReturnType<typeof common>) => SessionEvent,
  ): Promise<void> {
    await this.#in.events.publish(event(common(session.view, key, this.#in.now())));
    await session.markDone(key);
  }
}
