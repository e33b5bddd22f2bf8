/**
 * After a restart: sessions that live are adopted, what happened to them meanwhile is found in their mailboxes,
 * and one that was being launched is launched, once (`started` tells).
 */
import { access } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "../../logger.ts";
import { isEnded } from "../../protocol/session.ts";
import type { SessionIndex } from "../journal/index.ts";
import type { SessionRecord } from "../journal/record.ts";
import { LaunchError } from "../launch/launcher.ts";
import type { LiveSession } from "./liveSession.ts";
import type { Supervisor } from "./supervisor.ts";

export interface RecoverInput {
  index: SessionIndex;
  supervisor: Supervisor;
  open(record: SessionRecord): Promise<LiveSession>;
  start(session: LiveSession): Promise<void>;
  /** The crash came between tmux and the word of it. */
  tellLaunched(session: LiveSession): Promise<void>;
  /** A launch that a crash cut short cannot be finished: the person is told. */
  tellNotLaunched(session: LiveSession, why: string): Promise<void>;
  tellQueued(session: LiveSession): Promise<void>;
  retire(session: LiveSession): Promise<void>;
  /** Its folder is gone or unreadable: the person is told, and it is let go. */
  giveUp(record: SessionRecord): Promise<void>;
  /** The present run of the machine: a launch that is finished now is of this one. */
  boot: string;
  log: Logger;
  now: () => number;
}

export async function recover(input: RecoverInput): Promise<void> {
  const { index, supervisor, log } = input;
  for (const { record, over } of Object.values(index.data.sessions)) {
    if (over) continue;
    try {
      await adopt(await input.open(record), input);
    } catch (error) {
      log.error({ err: error, session: record.name }, "a session cannot be taken up again");
      await input.giveUp(record);
    }
  }
  await supervisor.sweep();
}

/** Takes up one session where the crash left it; every step here may have been done already, or not. */
async function adopt(session: LiveSession, input: RecoverInput): Promise<void> {
  const { seen, record, done } = session;
  if (seen.notLaunched !== undefined) return input.tellNotLaunched(session, seen.notLaunched);
  // Told, but not gone yet: it stays watched until its end is proven.
  if (session.over && isEnded(session.view.state)) return input.retire(session);
  if (seen.launchedAt === undefined && !session.over) await finishLaunch(session, input);
  else input.log.info({ session: record.name, state: session.view.state }, "adopted");
  if (session.over) return;
  if (session.seen.launchedAt !== undefined && !done.has("launched")) await input.tellLaunched(session);
  if (session.seen.launchedAt === undefined && record.after && !done.has("queued"))
    await input.tellQueued(session);
}

/** The bot died between writing the record and noting that tmux has the session. */
async function finishLaunch(
  session: LiveSession,
  { start, tellNotLaunched, boot, log, now }: RecoverInput,
): Promise<void> {
  const { folder, name } = session.record;
  const started = await access(join(folder, "started")).then(
    () => true,
    () => false,
  );
  if (started) {
    await session.receive({ channel: "launched", at: now(), boot });
    return;
  }
  if (session.record.after !== undefined) return; // it waits for its turn in the queue
  log.info({ session: name }, "launching what a restart cut short");
  try {
    await start(session);
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    await tellNotLaunched(session, error.message);
  }
}
