/**
 * The warden: launches sessions, watches them, ends them, and tells. It knows no chat, no user, no token of
 * one; what it is asked comes as commands, what it says goes out as events.
 */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type {
  CheckReply,
  InterruptCommand,
  InterruptReply,
  JudgeCommand,
  LaunchCommand,
  LaunchReply,
  ResumeCommand,
  ResumeReply,
  SessionStatus,
  StopCommand,
  StopReply,
} from "../protocol/commands.ts";
import type { Explanation } from "../protocol/explanation.ts";
import type { GoOnCommand, GoOnReply } from "../protocol/goOn.ts";
import type { Leftover } from "../protocol/leftover.ts";
import type { Notice } from "../protocol/notice.ts";
import type { Project } from "../protocol/project.ts";
import type { SessionView } from "../protocol/session.ts";
import type { EventListener, NoticeListener, WardenPort } from "../protocol/warden.ts";
import { endLeftovers } from "./end/endSession.ts";
import { explainEnded, explainLive } from "./explain/explain.ts";
import type { GoOn } from "./goOn/goOn.ts";
import type { Guard } from "./guard/guard.ts";
import { pressedAt, pressedKey } from "./guard/pressed.ts";
import { endedView } from "./journal/endedView.ts";
import type { SessionIndex } from "./journal/index.ts";
import { Journal } from "./journal/journal.ts";
import type { Orphans } from "./orphans/orphans.ts";
import type { Processes } from "./processes/processes.ts";
import type { LocalProject } from "./projects/projects.ts";
import { readScreen } from "./screen/readScreen.ts";
import type { Intake } from "./sessions/intake.ts";
import type { LiveSession } from "./sessions/liveSession.ts";
import type { Supervisor } from "./sessions/supervisor.ts";
import type { EventSpool } from "./spool/eventSpool.ts";
import type { Tmux } from "./tmux/tmux.ts";
import type { Typist } from "./type/typist.ts";
import type { Gate } from "./versions/gate.ts";

export interface WardenParts {
  projects(): Promise<LocalProject[]>;
  index: SessionIndex;
  intake: Intake;
  supervisor: Supervisor;
  guard: Guard;
  orphans: Orphans;
  typist: Typist;
  goOn: GoOn;
  events: EventSpool;
  notices: EventSpool<Notice>;
  gate: Gate;
  tmux: Tmux;
  processes: Processes;
  /** The slow round: queue and left-overs. */
  rounds: { stop(): unknown };
  /** Aborted by the close. */
  closing: AbortController;
  now: () => number;
}

/** How long a stop may take before the person is told that it did not work. */
const stopPatienceMs = 20_000;
const statusLines = 12;

export class Warden implements WardenPort {
  readonly #in: WardenParts;

  constructor(parts: WardenParts) {
    this.#in = parts;
  }

  async projects(): Promise<Project[]> {
    return (await this.#in.projects()).map(({ slug, name, aliases, description }) => ({
      slug,
      name,
      aliases,
      description,
    }));
  }

  async sessions(filter: { ended?: boolean } = {}): Promise<SessionView[]> {
    const live = this.#in.supervisor.sessions.map((one) => one.view);
    const over = filter.ended
      ? Object.values(this.#in.index.data.sessions)
          .filter((one) => one.over)
          .map(endedView)
          .concat(this.#in.orphans.unknown)
      : [];
    const newestFirst = (one: SessionView, other: SessionView) => other.createdAt - one.createdAt;
    return [...live.sort(newestFirst), ...over.sort(newestFirst)];
  }

  async status(name: string): Promise<SessionStatus | undefined> {
    const session = this.#in.supervisor.find(name);
    if (!session) {
      const entry = this.#in.index.data.sessions[name];
      return entry && { view: endedView(entry), rule: "over", attach: "", lastLines: [] };
    }
    const screen = await this.#in.tmux.capture(name).catch(() => undefined); // a status without a screen is still one
    const lines =
      screen === undefined
        ? []
        : readScreen(screen)
            .text.split("\n")
            .filter((line) => line.trim() !== "");
    return {
      view: session.view,
      rule: session.verdict.rule,
      attach: this.#in.tmux.attachCommand(name),
      lastLines: lines.slice(-statusLines),
    };
  }

  async explain(name: string): Promise<Explanation | undefined> {
    const { supervisor, index, now } = this.#in;
    const session = supervisor.find(name);
    if (session) {
      await supervisor.look(session);
      const { view, lastWords, seen, verdict, policy } = session;
      const entries = await session.journal.read();
      return { view, ...explainLive({ lastWords, seen, verdict, policy, entries, now: now() }) };
    }
    const entry = index.data.sessions[name];
    const said = entry && explainEnded(await new Journal(entry.record.folder, now).read());
    return entry && said && { view: endedView(entry), ...said };
  }

  launch(command: LaunchCommand): Promise<LaunchReply> {
    return this.#in.intake.launch(command);
  }

  async resume(command: ResumeCommand): Promise<ResumeReply> {
    const reply = await this.#in.intake.resume(command);
    if (reply.outcome === "accepted") await this.#in.guard.callOff(command.session);
    return reply;
  }

  async interrupt({ id, session: name }: InterruptCommand): Promise<InterruptReply> {
    const session = this.#in.supervisor.find(name);
    if (!session) return { outcome: "refused", why: "it is over" };
    if (pressedAt(session.done, "person", id) !== undefined) return { outcome: "pressed" };
    const typing = await this.#in.typist.escape(session, "person");
    if (typing.outcome === "refused") return { outcome: "refused", why: typing.why };
    await session.markDone(pressedKey("person", id, this.#in.now()));
    return { outcome: "pressed" };
  }

  goOn(command: GoOnCommand): Promise<GoOnReply> {
    return this.#in.goOn.order(command);
  }

  async stop({ session: name }: StopCommand): Promise<StopReply> {
    const session = this.#in.supervisor.find(name);
    if (!session) {
      if (await this.#in.guard.callOff(name)) return { outcome: "stopped", leftovers: [] };
      const known = this.#in.index.data.sessions[name];
      return known ? { outcome: "already-over", state: "over" } : { outcome: "unknown-session" };
    }
    const waits = session.seen.launchedAt === undefined && (await this.#in.intake.cancel(session));
    if (!waits) await session.receive({ channel: "order", at: this.#in.now(), order: "stop" });
    const over = await this.#whenOver(session);
    if (!over) {
      return {
        outcome: "not-gone",
        why: "Not everything of it is gone yet; I keep trying and tell you when it is.",
      };
    }
    return { outcome: "stopped", leftovers: session.seen.end?.leftovers ?? [] };
  }

  async judge({ session: name, turn, verdict }: JudgeCommand): Promise<void> {
    await this.#in.supervisor.find(name)?.receive({ channel: "desk", at: this.#in.now(), turn, verdict });
    await this.#in.intake.startQueued(); // what waits for this session need not wait for its grace period
  }

  async task(name: string): Promise<string | undefined> {
    const entry = this.#in.index.data.sessions[name];
    const resumes = entry?.record.resumes;
    // Told only to go on: the task is still the one that it was begun with.
    const begunWith = resumes?.ownWords === false ? await this.task(resumes.session) : undefined;
    if (begunWith !== undefined) return begunWith;
    return entry && readFile(join(entry.record.folder, "task.md"), "utf8").catch(() => undefined);
  }

  endLeftovers(name: string): Promise<Leftover[]> {
    const entry = this.#in.index.data.sessions[name];
    const session = entry?.over ? entry.record : entry ? undefined : this.#in.orphans.unknownSession(name);
    return session ? endLeftovers(this.#in.processes, session) : Promise.resolve([]);
  }

  subscribe(listener: EventListener): void {
    this.#in.events.subscribe(listener);
  }

  notices(listener: NoticeListener): void {
    this.#in.notices.subscribe(listener);
  }

  check(): CheckReply {
    return this.#in.gate.check();
  }

  /** Ends the watching, never the sessions: they go on, and the next start adopts them. */
  close(): void {
    this.#in.closing.abort();
    void this.#in.rounds.stop();
    this.#in.guard.close();
    this.#in.goOn.close();
    this.#in.supervisor.close();
    this.#in.events.close();
    this.#in.notices.close();
    this.#in.gate.close();
  }

  async #whenOver(session: LiveSession): Promise<boolean> {
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), stopPatienceMs).unref());
    return Promise.race([session.whenOver.then(() => true), late]);
  }
}
