/**
 * Completions: said at once with what is measured, and brought up to date by edits as facts, sentences, the
 * verify command and the end of the session come in. All that is known lies in the desk's state.
 */
import type { Logger } from "../../logger.ts";
import type { JudgeCommand } from "../../protocol/commands.ts";
import type { EventOf } from "../../protocol/events.ts";
import type { WardenPort } from "../../protocol/warden.ts";
import { readOrigin } from "../message/origin.ts";
import { loudnessFor, messageOf } from "../outbox/messageOf.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { renderReport } from "../report/render.ts";
import { type Report, reportKey, type Summary } from "../report/report.ts";
import type { Summarizer } from "../report/summarize.ts";
import { type DeskState, trim } from "../state/deskState.ts";

export interface CompletionsInput {
  outbox: Pick<Outbox, "put" | "dealtWith">;
  state: DeskState;
  warden: Pick<WardenPort, "judge" | "task">;
  /** Absent without a key. */
  summarizer: Summarizer | undefined;
  log: Logger;
}

export class Completions {
  readonly #in: CompletionsInput;
  /** Wordings under way: finished before a stop. */
  readonly #running = new Set<Promise<void>>();

  constructor(input: CompletionsInput) {
    this.#in = input;
  }

  /** Words what a former run said and did not get to word: the warden waits for the word on it. */
  resume(): void {
    const open = Object.values(this.#in.state.data.reports).filter((one) => !one.judged && !one.closed);
    for (const report of open) this.#begin(report);
  }

  async finished(event: EventOf<"finished">): Promise<void> {
    const { turn, lastMessage, question, certain, facts, complete, resume } = event;
    const { name: session, origin } = event.session;
    const key = reportKey(session, turn);
    const begun = { session, turn, origin, lastMessage, question, certain, facts, complete, resume };
    const known = this.#in.state.data.reports[key];
    if (event.reminds !== undefined && known) return this.#sayAgain(known);
    // Told a second time only after it was withdrawn: then it is a message of its own, and the old one stays so.
    const message = event.id.endsWith(":again") ? `${key}:again` : key;
    const { attached } = event.session;
    const report: Report = { ...begun, message, attached, judged: false, withdrawn: false, closed: false };
    await this.#keep(report);
    const loudness = loudnessFor(report, "loud");
    await this.#in.outbox.put(messageOf(event.session, message, renderReport(report), loudness));
    this.#begin(report);
  }

  /** It was told without a sound, and still needs the person: the newer message is the one that lives. */
  async #sayAgain(known: Report): Promise<void> {
    const { session: name, turn, origin } = known;
    const key = reportKey(name, turn);
    const report: Report = { ...known, message: `${key}:left`, attached: 0 };
    await this.#keep(report);
    const { chat } = readOrigin(origin);
    await this.#in.outbox.put({ kind: "drop-buttons", of: known.message ?? key, chat });
    await this.#in.outbox.put(messageOf({ name, origin }, `${key}:left`, renderReport(report), "loud"));
  }

  /** Adds to a completion, and brings its message up to date. */
  async learn(session: string, turn: string, change: Partial<Report>): Promise<void> {
    const key = reportKey(session, turn);
    const known = this.#in.state.data.reports[key];
    if (!known) return;
    const report = { ...known, ...change };
    await this.#keep(report);
    const { chat } = readOrigin(report.origin);
    await this.#in.outbox.put({ kind: "edit", of: report.message ?? key, chat, draft: renderReport(report) });
  }

  /** The session is over: no completion of it keeps buttons. Returns the ids of their messages. */
  async over(session: string): Promise<string[]> {
    const own = Object.values(this.#in.state.data.reports).filter((one) => one.session === session);
    for (const { turn } of own) await this.learn(session, turn, { closed: true });
    return own.map((one) => one.message ?? reportKey(session, one.turn));
  }

  /** Resolves when no wording is under way. */
  async settle(): Promise<void> {
    await Promise.all(this.#running);
  }

  async #keep(report: Report): Promise<void> {
    await this.#in.state.update((data) => {
      data.reports[reportKey(report.session, report.turn)] = report;
      trim(data);
    });
  }

  #begin(report: Report): void {
    this.#run(report, async () => {
      const summary = this.#now(report).summary ?? (await this.#worded(report));
      const hold = summary !== undefined && summary.verdict !== "done";
      if (hold) return this.#judge(report, "hold");
      // No session is cleared away before its end was told: that may take until Telegram is back.
      const message = report.message ?? reportKey(report.session, report.turn);
      const told = this.#in.outbox.dealtWith(message);
      void told.then(() => this.#run(report, () => this.#judge(report, summary ? "agreed" : "no-opinion")));
    });
  }

  #run({ session }: Report, job: () => Promise<void>): void {
    const work = job().catch((error: unknown) =>
      this.#in.log.error(
        { err: error, session },
        "a completion could not be worded; it is tried again at the next start",
      ),
    );
    this.#running.add(work);
    void work.finally(() => this.#running.delete(work));
  }

  /** The model may hold a teardown back, never cause one; without its word the rule about questions decides. */
  async #judge(report: Report, verdict: JudgeCommand["verdict"]): Promise<void> {
    const { session, turn } = report;
    await this.#in.warden.judge({ id: `judge:${session}:${turn}`, session, turn, verdict });
    await this.#keep({ ...this.#now(report), judged: true });
  }

  async #worded(report: Report): Promise<Summary | undefined> {
    const { warden, summarizer } = this.#in;
    const summary = await summarizer?.summarize(report, (await warden.task(report.session)) ?? "");
    if (summary) await this.#show(report, summary);
    return summary;
  }

  async #show(report: Report, summary: Summary): Promise<void> {
    const { session, turn, origin } = report;
    const now = this.#now(report);
    if (summary.verdict === "needs-reply" && !now.question && !now.closed && !now.withdrawn) {
      const ping = renderReport({ ...now, summary });
      const id = `${reportKey(session, turn)}:asks`;
      await this.#in.outbox.put(messageOf({ name: session, origin }, id, ping, loudnessFor(now, "loud")));
    }
    await this.learn(session, turn, { summary });
  }

  /** The report as it is by now: much may have happened while the model was asked. */
  #now(report: Report): Report {
    return this.#in.state.data.reports[reportKey(report.session, report.turn)] ?? report;
  }
}
