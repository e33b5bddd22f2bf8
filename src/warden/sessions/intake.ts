/**
 * Where launches come in, one at a time: admitted, refused or queued; the same command never makes a second
 * session, and no two commands can both find a project free.
 */
import { randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LaunchCommand, LaunchReply } from "../../protocol/commands.ts";
import type { SessionIndex } from "../journal/index.ts";
import type { SessionRecord } from "../journal/record.ts";
import { admit } from "../launch/admit.ts";
import { LaunchError } from "../launch/launcher.ts";
import { makeFolder } from "../launch/sessionFolder.ts";
import { sessionName } from "../launch/sessionName.ts";
import type { LocalProject } from "../projects/projects.ts";
import type { LiveSession } from "./liveSession.ts";
import { givesWay, holdsMemory, mayStart } from "./queue.ts";
import type { Supervisor } from "./supervisor.ts";

export interface IntakeInput {
  home: string;
  index: SessionIndex;
  supervisor: Supervisor;
  projects(): Promise<LocalProject[]>;
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

/** Characters of the task that the record keeps for lists; the whole is in task.md. */
const taskHead = 300;

export class Intake {
  readonly #in: IntakeInput;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(input: IntakeInput) {
    this.#in = input;
  }

  launch(command: LaunchCommand): Promise<LaunchReply> {
    return this.#oneAtATime(() => this.#launch(command));
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
    const { index, supervisor } = this.#in;
    const known = Object.values(index.data.sessions).find((one) => one.record.commandId === command.id);
    if (known)
      return { outcome: "accepted", session: known.record.name, queued: known.record.after !== undefined };
    const project = (await this.#in.projects()).find((one) => one.slug === command.project);
    if (!project)
      return { outcome: "refused", why: `There is no project "${command.project}". /projects lists them.` };
    const admission = admit({
      command,
      settledMode: project.settings.permissionMode ?? this.#in.defaultMode,
      inProject: supervisor.sessions
        .filter((one) => one.record.project === project.slug && !givesWay(one))
        .map((one) => one.view),
      running: supervisor.sessions.filter(holdsMemory).length,
      maxSessions: this.#in.maxSessions,
    });
    if (admission.kind === "reply") return admission.reply;
    const record = this.#record(command, project, admission);
    const written = await this.#write(record, command.task);
    if (written) return { outcome: "refused", why: written };
    const session = await this.#in.open(record);
    if (admission.after) {
      await this.#in.tellQueued(session, admission.why);
      return { outcome: "accepted", session: record.name, queued: true };
    }
    const why = await this.#start(session);
    if (why === undefined) return { outcome: "accepted", session: record.name, queued: false };
    supervisor.unwatch(session);
    await this.#forget(record.name);
    await rm(record.folder, { recursive: true, force: true });
    return { outcome: "refused", why };
  }

  #record(
    command: LaunchCommand,
    project: LocalProject,
    admission: { permissionMode: string; bypassConsent: boolean; after?: string[] },
  ): SessionRecord {
    const { home, index, now } = this.#in;
    const name = sessionName(project.slug, new Date(now()), (one) => index.data.sessions[one] !== undefined);
    const model = command.model ?? project.settings.model;
    const { mcpConfig, verify } = project.settings;
    return {
      v: 1,
      name,
      commandId: command.id,
      project: project.slug,
      projectPath: project.path,
      folder: join(home, "sessions", name),
      claudeId: randomUUID(),
      createdAt: now(),
      task: command.task.slice(0, taskHead),
      origin: command.origin,
      permissionMode: admission.permissionMode,
      bypassConsent: admission.bypassConsent,
      ...(model === undefined ? {} : { model }),
      ...(mcpConfig === undefined ? {} : { mcpConfig }),
      ...(verify === undefined ? {} : { verify }),
      ...(admission.after === undefined ? {} : { after: admission.after }),
    };
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
