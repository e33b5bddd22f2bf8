/** Puts the warden together: the only place that knows all of its parts. */
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { schedule } from "node-cron";
import type { ConfigFile } from "../config/projects.ts";
import type { Env, Settings } from "../config/settings.ts";
import type { Logger } from "../logger.ts";
import { loadPrompt } from "../prompts/load.ts";
import { SessionEvent } from "../protocol/events.ts";
import { Notice } from "../protocol/notice.ts";
import { later, wait } from "./clock.ts";
import { asLeftovers, findLeftovers } from "./end/endSession.ts";
import { GoOn } from "./goOn/goOn.ts";
import { openGoOnPlans } from "./goOn/goOnPlans.ts";
import { Guard } from "./guard/guard.ts";
import { openPlans } from "./guard/plans.ts";
import { guardPolicy } from "./guard/policy.ts";
import { openIndex } from "./journal/index.ts";
import { Journal, lastRecord } from "./journal/journal.ts";
import type { SessionRecord } from "./journal/record.ts";
import { Launcher } from "./launch/launcher.ts";
import type { LoginUser } from "./launch/loginEnvironment.ts";
import { openMachine } from "./machine.ts";
import type { Base } from "./measure/git/base.ts";
import { Orphans, openTold } from "./orphans/orphans.ts";
import { findProjects } from "./projects/projects.ts";
import { lookAround } from "./resume/lookAround.ts";
import { Resumer } from "./resume/resumer.ts";
import { SessionHands } from "./sessions/hands.ts";
import { Intake } from "./sessions/intake.ts";
import { LiveSession } from "./sessions/liveSession.ts";
import { recover } from "./sessions/recover.ts";
import { Supervisor } from "./sessions/supervisor.ts";
import { Telling } from "./sessions/telling.ts";
import { createTranscripts } from "./sessions/transcripts.ts";
import { VersionWatch } from "./sessions/versionWatch.ts";
import { EventSpool } from "./spool/eventSpool.ts";
import { tidy } from "./tidy/tidy.ts";
import { Typist } from "./type/typist.ts";
import { type Certification, openGate } from "./versions/gate.ts";
import { Warden } from "./warden.ts";

export interface WardenInput {
  settings: Settings;
  config: ConfigFile;
  env: Env;
  user: LoginUser;
  /** Jama's own folder: never a project. */
  ownFolder: string;
  /** Jama's own: the journals say who judged. */
  version: string;
  /** Which versions of Claude Code it may clear up after. */
  certification: Certification;
  log: Logger;
}

const startMs = 30_000;
const sweepMs = 2_000;

/** A warden that has adopted what lives. Events wait on disk until somebody subscribes. */
export async function createWarden(input: WardenInput): Promise<Warden> {
  const { settings, config, env, user, log } = input;
  const now = Date.now;
  const tempDir = join(settings.home, "tmp");
  await rm(tempDir, { recursive: true, force: true });
  for (const folder of [settings.home, join(settings.home, "sessions"), tempDir]) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  }
  const machine = await openMachine({ settings, config, env, user, log });
  const { git, tmux, processes, configFolder, environmentOf, platform } = machine;
  const projects = () =>
    findProjects({ dirs: settings.projectsDirs, config, ownFolder: input.ownFolder, userHome: user.home });
  const boot = await processes.boot();
  const transcripts = createTranscripts(configFolder, log, now);
  const events = new EventSpool(join(settings.home, "spool", "events"), SessionEvent, log);
  await events.open();
  const notices = new EventSpool(join(settings.home, "spool", "notices"), Notice, log);
  await notices.open();
  const publish = (notice: Notice) => notices.publish(notice);
  const jama = input.version;
  const gate = await openGate(input.certification, { home: settings.home, jama, publish, log, now });
  const claudeBin = settings.claude.bin.replace(/^~(?=\/)/, user.home);
  const sessions = () => supervisor.sessions;
  const versions = new VersionWatch({ gate, sessions, claudeBin, log, now });
  const index = await openIndex(settings.home, log);
  const registryFolder = join(configFolder, "sessions");
  const supervisor = new Supervisor({
    ...{ tmux, processes, transcripts, registryFolder, sweepMs, log, now },
    heardVersion: (session, version) => versions.heard(session, version, "registry"),
  });
  const launcher = new Launcher({
    git,
    tmux,
    tempDir,
    claudeBin,
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
  const typist = new Typist({ processes, tmux, keyboard: machine.keyboard, wait });
  const guard = new Guard({
    policyOf: (project) => guardPolicy(config.projects[project]?.guardian),
    plans: await openPlans(settings.home, log),
    index,
    typist,
    resume: (session, { attempt, of }) =>
      intake.resume({ id: `guard:${session}`, session, whenBusy: "beside" }, { attempt, of }),
    events,
    later,
    log,
    now,
  });
  const goOn = new GoOn({
    plans: await openGoOnPlans(settings.home, log),
    find: (name) => supervisor.find(name),
    typist,
    text: (await loadPrompt("go-on", [])).render({}),
    events,
    attachCommand: tmux.attachCommand,
    later,
    now,
  });
  const { home, keepMs } = settings;
  const orphans = new Orphans({ home, index, told: await openTold(home, log), events, log, now });
  const closing = new AbortController();
  const hands = new SessionHands({
    git,
    tmux,
    processes,
    events,
    transcripts,
    guard,
    orphans,
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
    await session.noteOpening(jama);
    if (session.seen.launchedAt !== undefined) await session.find({ channel: "boot", at: now(), boot });
    await supervisor.watch(session);
    return session;
  };
  const telling = new Telling({
    events,
    index,
    attachCommand: tmux.attachCommand,
    leftovers: async (session) => asLeftovers(await findLeftovers(processes, session)),
    problem: machine.problem,
    now,
  });
  const start = async (session: LiveSession) => {
    const { record } = session;
    const task = await readFile(join(record.folder, "task.md"), "utf8");
    const keep = (base: Base) => session.amend({ ...record, base });
    const notes = await launcher.start(record, task, environmentOf(record), keep);
    const at = now();
    await telling.launched(session, notes); // first: what comes of it, an end at once included, is told after it
    await session.receive({ channel: "launched", at, boot });
    versions.launched(session, environmentOf(record));
  };
  const tellNotLaunched = async (session: LiveSession, why: string) => {
    await telling.notLaunched(session, why);
    await retire(session);
  };

  const look = { processes, configFolder, registryFolder, now };
  const resumer = new Resumer({
    look: (record, former) => lookAround(record, former, look),
    plainText: (await loadPrompt("resume", [])).render({}),
    now,
  });
  const intake = new Intake({
    home: settings.home,
    index,
    supervisor,
    projects,
    resumer,
    open,
    start,
    tellNotLaunched,
    tellQueued: (session, why) => telling.queued(session, why),
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
    tellLaunched: (session) => telling.launched(session),
    tellNotLaunched,
    tellQueued: (session) => telling.queued(session),
    retire,
    giveUp: (record) => telling.givenUp(record),
    boot,
    log,
    now,
  });
  await versions.refresh(); // what is certified may have changed while Jama was away
  guard.start();
  goOn.start();
  const lookAtWhatIsLeft = () => tidy({ home, index, git, processes, orphans, keepMs, log, now });
  await lookAtWhatIsLeft();
  const rounds = schedule("*/5 * * * *", async () => {
    await supervisor.sweep();
    await intake.startQueued();
    await lookAtWhatIsLeft();
  });
  const parts = { projects, index, intake, supervisor, guard, orphans, typist, goOn, events, notices, gate };
  return new Warden({ ...parts, tmux, processes, rounds, closing, now });
}
