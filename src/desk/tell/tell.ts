/**
 * Takes the warden's events: puts what is to be said into the outbox (on disk; only then is an event taken) and
 * lets everything slower, such as the sentences of a completion, follow by an edit.
 */
import type { Logger } from "../../logger.ts";
import type { EventOf, SessionEvent } from "../../protocol/events.ts";
import type { WardenPort } from "../../protocol/warden.ts";
import type { Draft } from "../message/draft.ts";
import { readOrigin } from "../message/origin.ts";
import { redact } from "../message/redact.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { renderReport } from "../report/render.ts";
import { type Report, reportKey } from "../report/report.ts";
import type { Summarizer } from "../report/summarize.ts";
import { type DeskState, trim } from "../state/deskState.ts";
import * as occasions from "./occasions.ts";

export interface TellerInput {
  outbox: Outbox;
  state: DeskState;
  warden: Pick<WardenPort, "judge" | "task">;
  /** Absent without a key. */
  summarizer: Summarizer | undefined;
  secrets: readonly string[];
  log: Logger;
}

type Loudness = "loud" | "silent";

export class Teller {
  readonly #in: TellerInput;
  /** Summaries under way: finished before a stop. */
  readonly #running = new Set<Promise<void>>();

  constructor(input: TellerInput) {
    this.#in = input;
  }

  /** Resolves when all that the event means is on disk. */
  async take(raw: SessionEvent): Promise<void> {
    const event = redacted(raw, this.#in.secrets);
    switch (event.type) {
      case "launched":
        return this.#say(event, launchedId(event), occasions.launched(event), "loud");
      case "queued":
        return this.#say(event, event.id, occasions.queued(event), "loud");
      case "not-started":
        await this.#dropButtons(event, launchedId(event));
        return this.#say(event, event.id, occasions.notStarted(event), "loud");
      case "asked":
        return this.#say(event, askedId(event), occasions.asked(event), "loud");
      case "answered":
        return this.#dropButtons(event, askedId(event));
      case "finished":
        return this.#finished(event);
      case "measured":
        return this.#learn(event.session.name, event.turn, (report) => ({
          ...report,
          facts: event.facts,
          complete: true,
        }));
      case "verified":
        return this.#verified(event);
      case "withdrawn":
        return this.#learn(event.session.name, event.turn, (report) => ({ ...report, withdrawn: true }));
      case "background":
        return this.#say(event, event.id, occasions.background(event), "silent");
      case "sleeping":
        return this.#say(event, event.id, occasions.sleeping(event), "silent");
      case "failed":
        return this.#say(event, event.id, occasions.failed(event), "loud");
      case "interrupted":
        return this.#say(event, event.id, occasions.interrupted(event), "silent");
      case "stuck":
        return this.#say(event, event.id, occasions.stuck(event), "loud");
      case "kept":
        return this.#say(event, event.id, occasions.kept(event), "silent");
      case "exited":
        await this.#over(event);
        return this.#say(event, event.id, occasions.exited(event), "loud");
      case "closed": {
        await this.#over(event);
        const message = occasions.closed(event);
        return message && this.#say(event, event.id, message, "silent");
      }
    }
  }

  /** Resolves when no summary is under way. */
  async settle(): Promise<void> {
    await Promise.all(this.#running);
  }

  async #say(event: SessionEvent, id: string, draft: Draft, loudness: Loudness): Promise<void> {
    const { chat, messageId, thread } = readOrigin(event.session.origin);
    const session = event.session.name;
    const silent = loudness === "silent";
    const to = { chat, replyTo: messageId, ...(thread === undefined ? {} : { thread }) };
    await this.#in.outbox.put({ kind: "send", id, ...to, silent, session, draft });
  }

  async #dropButtons(event: SessionEvent, of: string): Promise<void> {
    const { chat } = readOrigin(event.session.origin);
    await this.#in.outbox.put({ kind: "drop-buttons", of, chat });
  }

  async #finished(event: EventOf<"finished">): Promise<void> {
    const { turn, lastMessage, question, certain, facts, complete, resume } = event;
    const { name: session, origin } = event.session;
    const key = reportKey(session, turn);
    const begun = { session, turn, origin, lastMessage, question, certain, facts, complete, resume };
    // Told a second time only after it was withdrawn: then it is a message of its own, and the old one stays so.
    const message = event.id.endsWith(":again") ? `${key}:again` : key;
    const report: Report = { ...begun, message, withdrawn: false, closed: false };
    await this.#in.state.update((data) => {
      data.reports[key] = report;
      trim(data);
    });
    await this.#say(event, message, renderReport(report), "loud");
    const work = this.#summarize(event, report);
    this.#running.add(work);
    void work.finally(() => this.#running.delete(work));
  }

  /** The model may hold a teardown back, never cause one; without its word the rule about questions decides. */
  async #summarize(event: EventOf<"finished">, report: Report): Promise<void> {
    const { warden, summarizer, log } = this.#in;
    const session = event.session.name;
    try {
      const task = (await warden.task(session)) ?? event.session.task;
      const summary = await summarizer?.summarize(report, task);
      const hold = summary !== undefined && summary.verdict !== "done";
      const verdict = hold ? "hold" : summary ? "agreed" : "no-opinion";
      await warden.judge({ id: `judge:${session}:${report.turn}`, session, turn: report.turn, verdict });
      if (!summary) return;
      await this.#learn(session, report.turn, (known) => ({ ...known, summary }));
      if (summary.verdict === "needs-reply" && !report.question) {
        const note = { ...report, summary };
        await this.#say(event, `${reportKey(session, report.turn)}:asks`, renderReport(note), "loud");
      }
    } catch (error) {
      log.error({ err: error, session }, "a completion could not be worded");
    }
  }

  async #verified(event: EventOf<"verified">): Promise<void> {
    const { ok, command } = event;
    await this.#learn(event.session.name, event.turn, (report) => ({ ...report, verified: { ok, command } }));
    if (!ok) await this.#say(event, event.id, occasions.verifyFailed(event), "loud");
  }

  /** Adds to a completion, and brings its message up to date. */
  async #learn(session: string, turn: string, change: (report: Report) => Report): Promise<void> {
    const key = reportKey(session, turn);
    const known = this.#in.state.data.reports[key];
    if (!known) return;
    const report = change(known);
    await this.#in.state.update((data) => {
      data.reports[key] = report;
    });
    const { chat } = readOrigin(report.origin);
    await this.#in.outbox.put({ kind: "edit", of: report.message ?? key, chat, draft: renderReport(report) });
  }

  /** Nothing of it runs any more: no button of it may pretend otherwise. */
  async #over(event: EventOf<"closed" | "exited">): Promise<void> {
    const { name } = event.session;
    await this.#dropButtons(event, launchedId(event));
    const { sent, reports } = this.#in.state.data;
    const completions = Object.values(reports).filter((one) => one.session === name);
    // Those are rendered anew; what tells of this end has its own buttons.
    const others = new Set([
      event.id,
      launchedId(event),
      ...completions.map((one) => one.message ?? reportKey(name, one.turn)),
    ]);
    for (const [of, { session, chat }] of Object.entries(sent)) {
      if (session === name && !others.has(of)) await this.#in.outbox.put({ kind: "drop-buttons", of, chat });
    }
    for (const { turn } of completions)
      await this.#learn(name, turn, (known) => ({ ...known, closed: true }));
  }
}

function launchedId(event: SessionEvent): string {
  return `${event.session.name}:launched`;
}

function askedId(event: EventOf<"asked" | "answered">): string {
  return `${event.session.name}:asked:${event.asked}`;
}

/** Every text of an event without secrets. */
function redacted<T>(value: T, secrets: readonly string[]): T {
  if (typeof value === "string") return redact(value, secrets) as T;
  if (Array.isArray(value)) return value.map((one) => redacted(one, secrets)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, redacted(one, secrets)])) as T;
}
