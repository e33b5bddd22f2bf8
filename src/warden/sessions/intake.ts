/**
 * Where launches and resumes come in, one at a time: admitted, refused or queued; the same command never makes a
 * second session, and no two commands can both find a project free, or a conversation.
 */
import { randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LaunchCommand, LaunchReply, ResumeCommand, ResumeReply } from "../../protocol/commands.ts";
import type { SessionIndex } from "../journal/index.ts";
import type { Resumes, SessionRecord } from "../journal/record.ts";
import { type Admission, type AdmitInput, admit } from "../launch/admit.ts";
import { LaunchError } from "../launch/launcher.ts";
import { type Begun, recordOfLaunch, recordOfResume } from "../launch/newRecord.ts";
import { makeFolder } from "../launch/sessionFolder.ts";
import { sessionName } from "../launch/sessionName.ts";
import type { LocalProject } from "../projects/projects.ts";
import type { Resumer } from "../resume/resumer.ts";
import type { LiveSession } from "./liveSession.ts";
import { givesWay, holdsMemory, mayStart } from "./queue.ts";
import type { Supervisor } from "./supervisor.ts";

export interface IntakeInput {
  home: string;
  index: SessionIndex;
  supervisor: Supervisor;
  projects(): Promise<LocalProject[]>;
  resumer: Resumer;
  /** The live object for a record; a new one's journal is begun. */
  open(record: SessionRecord): Promise<LiveSession>;
  /** Launches an opened session and tells. Throws LaunchError, and nothing of it runs then. */
  start(session: LiveSession): Promise<void>;
  /** Its turn came and it could not start: the person is told, the task stays in its folder. */
  tellNotLaunched(session: LiveSession, why: string): Promise<void>;
  tellQueued(session: LiveSession, why: string): Promise<void>;
  retire(session: LiveSession): Promise<void>;
  defaultMode: string | undefined;
  maxSessions: number;
  now: () => number;
}

type Go = Extract<Admission, { kind: "go" }>;

export class Intake {
  readonly #in: IntakeInput;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(input: IntakeInput) {
    this.#in = input;
  }

  launch(command: LaunchCommand): Promise<LaunchReply> {
    return this.#oneAtATime(() => this.#launch(command));
  }

  /** The conversation of a session that is over goes on in a new one. `guard`: nobody ordered it. */
  resume(command: ResumeCommand, guard?: Resumes["guard"]): Promise<ResumeReply> {
    return this.#oneAtATime(() => this.#resume(command, guard));
  }

  /** Orders the end of a session that waits, in turn, so that it cannot start meanwhile. False: it has started. */
  cancel(session: LiveSession): Promise<boolean> {
    return this.#oneAtATime(async () => {
      if (session.seen.launchedAt !== undefined) return false;
      await session.receive({ channel: "order", at: this.#in.now(), order: "stop" });
      return true;
    });
  }

  /** Starts whatever in the queue may start now. */
  startQueued(): Promise<void> {
    return this.#oneAtATime(async () => {
      for (const session of this.#in.supervisor.sessions) {
        if (!mayStart(session, this.#in.supervisor.sessions, this.#in.maxSessions)) continue;
        const why = await this.#start(session);
        if (why !== undefined) await this.#in.tellNotLaunched(session, why);
      }
    });
  }

  async #launch(command: LaunchCommand): Promise<LaunchReply> {
    const known = this.#known(command.id);
    if (known) return known;
    const project = (await this.#in.projects()).find((one) => one.slug === command.project);
    if (!project)
      return { outcome: "refused", why: `There is no project "${command.project}". /projects lists them.` };
    const settledMode = project.settings.permissionMode ?? this.#in.defaultMode;
    const admission = this.#admit(command, project.slug, settledMode);
    if (admission.kind === "reply") return admission.reply;
    const begun = this.#begun(command.id, project.slug, admission);
    const record = recordOfLaunch(begun, command, project, admission, randomUUID());
    return this.#begin(record, command.task, admission);
  }

  async #resume(command: ResumeCommand, guard: Resumes["guard"]): Promise<ResumeReply> {
    const known = this.#known(command.id);
    if (known) return known;
    const { index, resumer, supervisor } = this.#in;
    const former = index.data.sessions[command.session];
    if (!former) return { outcome: "refused", why: `I do not know ${command.session} any more.` };
    if (!former.over)
      return { outcome: "refused", why: `${command.session} is not over: it needs no resuming.` };
    const { record: old } = former;
    const prepared = await resumer.prepare(old, command.text, supervisor.sessions);
    if (prepared.kind === "reply") return prepared.reply;
    const { permissionMode, bypassConsent, project } = old;
    const admission = this.#admit({ ...command, permissionMode, bypassConsent }, project, undefined);
    if (admission.kind === "reply") return admission.reply;
    const { claudeId, text, before } = prepared;
    const begun = this.#begun(command.id, project, admission);
    const about = { claudeId, before, guard, text: command.text, origin: command.origin };
    return this.#begin(recordOfResume(begun, old, about), text, admission);
  }

  /** The same command gets the same answer. */
  #known(commandId: string): LaunchReply | undefined {
    const { sessions } = this.#in.index.data;
    const known = Object.values(sessions).find((one) => one.record.commandId === commandId)?.record;
    return known && { outcome: "accepted", session: known.name, queued: known.after !== undefined };
  }

  #admit(command: AdmitInput["command"], project: string, settledMode: AdmitInput["settledMode"]): Admission {
    const { sessions } = this.#in.supervisor;
    return admit({
      command,
      settledMode,
      inProject: sessions
        .filter((one) => one.record.project === project && !givesWay(one))
        .map((one) => one.view),
      running: sessions.filter(holdsMemory).length,
      maxSessions: this.#in.maxSessions,
    });
  }

  #begun(commandId: string, project: string, { after }: Go): Begun {
    const { home, index, now } = this.#in;
    const name = sessionName(project, new Date(now()), (one) => index.data.sessions[one] !== undefined);
    return { name, commandId, home, createdAt: now(), ...(after === undefined ? {} : { after }) };
  }

  async #begin(record: SessionRecord, task: string, admission: Go): Promise<LaunchReply> {
    const written = await this.#write(record, task);
    if (written) return { outcome: "refused", why: written };
    const session = await this.#in.open(record);
    if (admission.after) {
      await this.#in.tellQueued(session, admission.why);
      return { outcome: "accepted", session: record.name, queued: true };
    }
    const why = await this.#start(session);
    if (why === undefined) return { outcome: "accepted", session: record.name, queued: false };
    this.#in.supervisor.unwatch(session);
    await this.#forget(record.name);
    await rm(record.folder, { recursive: true, force: true });
    return { outcome: "refused", why };
  }

  /** Puts task and record on disk before anything runs; says why when that cannot be. */
  async #write(record: SessionRecord, task: string): Promise<string | undefined> {
    try {
      await makeFolder(record.folder);
      await writeFile(join(record.folder, "task.md"), task, { mode: 0o600, flush: true });
      await this.#in.index.update((data) => {
        data.sessions[record.name] = { record, over: false, overAt: null, state: "queued" };
      });
      return undefined;
    } catch (error) {
      await this.#forget(record.name);
      await rm(record.folder, { recursive: true, force: true });
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "ENOSPC")
        return "The disk is full: the task could not be written. Free some space and send it again.";
      return `The task could not be written to ${record.folder} (${code ?? String(error)}). Nothing was started.`;
    }
  }

  async #start(session: LiveSession): Promise<string | undefined> {
    try {
      await this.#in.start(session);
      return undefined;
    } catch (error) {
      if (!(error instanceof LaunchError)) throw error;
      return error.message;
    }
  }

  async #forget(name: string): Promise<void> {
    await this.#in.index.update((data) => {
      delete data.sessions[name];
    });
  }

  #oneAtATime<T>(job: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(job);
    this.#turn = result.catch(() => undefined); // whoever asked hears of it; the next one is not held up by it
    return result;
  }
}
