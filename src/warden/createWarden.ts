/** Puts the warden together: the only place that knows all of its parts. */
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { schedule } from "node-cron";
import type { ConfigFile } from "../config/projects.ts";
import type { Env, Settings } from "../config/settings.ts";
import type { Logger } from "../logger.ts";
import { loadPrompt } from "../prompts/load.ts";
import type { SessionEvent } from "../protocol/events.ts";
import { openIndex } from "./journal/index.ts";
import { Journal, lastRecord } from "./journal/journal.ts";
import type { SessionRecord } from "./journal/record.ts";
import { Launcher } from "./launch/launcher.ts";
import { askLoginShell, type LoginUser } from "./launch/loginEnvironment.ts";
import { sessionEnvironment } from "./launch/sessionEnvironment.ts";
import type { Base } from "./measure/git/base.ts";
import { createExecaGit } from "./measure/git/execaGit.ts";
import { bsdProcesses } from "./processes/bsd.ts";
import { linuxProcesses } from "./processes/linux.ts";
import { markerOf } from "./processes/processes.ts";
import { findProjects } from "./projects/projects.ts";
import { cleanUp } from "./sessions/cleanUp.ts";
import { SessionHands } from "./sessions/hands.ts";
import { Intake } from "./sessions/intake.ts";
import { LiveSession } from "./sessions/liveSession.ts";
import { recover } from "./sessions/recover.ts";
import { Supervisor } from "./sessions/supervisor.ts";
import { createTranscripts } from "./sessions/transcripts.ts";
import { EventSpool } from "./spool/eventSpool.ts";
import { common } from "./tell/compose.ts";
import { createTmux } from "./tmux/tmux.ts";
import { Warden } from "./warden.ts";

export interface WardenInput {
  settings: Settings;
  config: ConfigFile;
  env: Env;
  user: LoginUser;
  /** Jama's own folder: never a project. */
  ownFolder: string;
  log: Logger;
}

const startMs = 30_000;
const sweepMs = 2_000;

/** A warden that has adopted what lives. Events wait on disk until somebody subscribes. */
export async function createWarden(input: WardenInput): Promise<Warden> {
  const { settings, config, env, user, log } = input;
  const now = Date.now;
  const platform = process.platform === "darwin" ? "darwin" : "linux";
  const tempDir = join(settings.home, "tmp");
  await rm(tempDir, { recursive: true, force: true });
  for (const folder of [settings.home, join(settings.home, "sessions"), tempDir]) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  }
  const host = pick(env, [
    "PATH",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "TMUX_TMPDIR",
    "XDG_RUNTIME_DIR",
    "SSH_AUTH_SOCK",
  ]);
  const plain = { ...host, HOME: user.home, USER: user.name, LOGNAME: user.name, SHELL: user.shell };
  const { PATH: _, TMUX_TMPDIR: __, ...keptAtLogin } = host;
  const login = askLoginShell(user, keptAtLogin);
  const { variables, problem } = await login;
  if (problem) log.warn({}, problem);

  const projects = () =>
    findProjects({ dirs: settings.projectsDirs, config, ownFolder: input.ownFolder, userHome: user.home });
  const environmentOf = (record: SessionRecord) => ({
    ...sessionEnvironment(variables, env, settings.agentEnv, config.projects[record.project]?.env ?? {}),
    ...markerOf(record),
  });
  const claudeEnvironment = sessionEnvironment(variables, env, settings.agentEnv, {});
  const configFolder = claudeEnvironment["CLAUDE_CONFIG_DIR"] ?? join(user.home, ".claude");

  const git = createExecaGit({ env: { ...plain, PATH: variables["PATH"] ?? host["PATH"] } });
  const tmux = createTmux({ socket: settings.tmuxSocket, sshHost: settings.sshHost, env: plain });
  const processes = platform === "darwin" ? bsdProcesses : linuxProcesses;
  const transcripts = createTranscripts(configFolder, log, now);
  const events = new EventSpool(join(settings.home, "spool", "events"), log);
  await events.open();
  const index = await openIndex(settings.home, log);
  const registryFolder = join(configFolder, "sessions");
  const supervisor = new Supervisor({ tmux, transcripts, registryFolder, sweepMs, log, now });
  const launcher = new Launcher({
    git,
    tmux,
    tempDir,
    claudeBin: settings.claude.bin.replace(/^~(?=\/)/, user.home),
    configFolder,
    prompt: await loadPrompt("session", ["notes", "artifacts"]),
    shell: user.shell,
    platform,
    log,
  });

  const retire = async (session: LiveSession) => {
    supervisor.unwatch(session);
    await index.update(({ sessions }) => {
      const entry = sessions[session.record.name];
      if (entry) Object.assign(entry, { over: true, overAt: now(), state: session.view.state });
    });
    // Not awaited: whoever lets a session go may itself be in the intake's turn.
    intake.startQueued().catch((error) => log.error({ err: error }, "the queue could not go on"));
  };
  const closing = new AbortController();
  const hands = new SessionHands({
    git,
    tmux,
    processes,
    events,
    transcripts,
    tempDir,
    environment: async ({ record }) => environmentOf(record),
    look: (session) => supervisor.look(session),
    retire,
    closing: closing.signal,
    log,
    now,
  });
  const open = async (given: SessionRecord) => {
    const journal = new Journal(given.folder, now);
    const entries = await journal.read();
    const record = lastRecord(entries) ?? given;
    const policy = {
      graceMs: settings.graceMs,
      stuckMs: settings.stuckMs,
      startMs,
      verifies: record.verify !== undefined,
    };
    const session = new LiveSession({ record, journal, policy, hands, now });
    if (entries.length === 0) await journal.write({ kind: "created", record });
    session.restore(entries);
    await supervisor.watch(session);
    return session;
  };
  const tell = async (
    session: LiveSession,
    key: string,
    event: (base: ReturnType<typeof common>) => SessionEvent,
  ) => {
    await events.publish(event(common(session.view, key, now())));
    await session.markDone(key);
  };
  const tellLaunched = async (session: LiveSession, notes: string[] = []) => {
    const attach = tmux.attachCommand(session.record.name);
    const said = problem ? [...notes, problem] : notes;
    await tell(session, "launched", (common) => ({ ...common, type: "launched", attach, notes: said }));
  };
  const start = async (session: LiveSession) => {
    const { record } = session;
    const task = await readFile(join(record.folder, "task.md"), "utf8");
    const keep = (base: Base) => session.amend({ ...record, base });
    const notes = await launcher.start(record, task, environmentOf(record), keep);
    const at = now();
    await tellLaunched(session, notes); // first: what comes of it, an end at once included, is told after it
    await session.receive({ channel: "launched", at });
  };
  const tellNotLaunched = async (session: LiveSession, why: string) => {
    await session.receive({ channel: "not-launched", at: now(), why });
    await tell(session, "over", (common) => ({ ...common, type: "not-started", why, screen: "" }));
    await retire(session);
  };

  const tellQueued = (session: LiveSession, why = "It waits for its turn.") =>
    tell(session, "queued", (common) => ({ ...common, type: "queued", why }));
  const giveUp = async (record: SessionRecord) => {
    const { name, project, createdAt, task, origin } = record;
    const view = { name, project, createdAt, task, origin, state: "lost", detail: "", since: now() } as const;
    const why = "Its folder is gone or cannot be read, so I cannot watch it any more.";
    await events.publish({ ...common(view, "over", now()), type: "not-started", why, screen: "" });
    await index.update(({ sessions }) => {
      const entry = sessions[name];
      if (entry) Object.assign(entry, { over: true, overAt: now(), state: "lost" });
    });
  };

  const intake = new Intake({
    home: settings.home,
    index,
    supervisor,
    projects,
    open,
    start,
    tellNotLaunched,
    tellQueued,
    retire,
    defaultMode: settings.claude.permissionMode,
    maxSessions: settings.maxSessions,
    now,
  });

  await recover({
    index,
    supervisor,
    open,
    start,
    tellLaunched,
    tellNotLaunched,
    tellQueued,
    retire,
    giveUp,
    log,
    now,
  });
  const rounds = schedule("*/5 * * * *", async () => {
    await supervisor.sweep();
    await intake.startQueued();
    await cleanUp({ index, git, keepMs: settings.keepMs, now: now() });
  });
  return new Warden({ projects, index, intake, supervisor, events, tmux, processes, rounds, closing, now });
}

function pick(env: Env, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}
