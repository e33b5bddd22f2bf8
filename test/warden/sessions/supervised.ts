/** A supervisor that sees a real registry folder and mailboxes, and neither tmux nor processes. */
import { onTestFinished } from "vitest";
import type { Hands } from "../../../src/warden/sessions/liveSession.ts";
import { Supervisor, type SupervisorInput } from "../../../src/warden/sessions/supervisor.ts";
import { createTranscripts } from "../../../src/warden/sessions/transcripts.ts";
import { rememberingLog } from "../../support/host/temp.ts";

/** Carries everything out, which does nothing; what fails fails the test. */
export const idleHands: Hands = {
  carryOut: async () => true,
  noticed: () => undefined,
  failed: (_, what, error) => {
    throw new Error(what, { cause: error });
  },
};

interface Seen extends Partial<SupervisorInput> {
  folder: string;
  registryFolder: string;
  now: () => number;
}

/** Closed when the test is over; its own sweep never comes. */
export function supervise({ folder, ...about }: Seen): Supervisor {
  const { log } = rememberingLog();
  const supervisor = new Supervisor({
    sweepMs: 60_000,
    tmux: { attached: async () => new Set(), listPanes: async () => [], screens: async () => new Map() },
    processes: { find: async () => [] },
    transcripts: createTranscripts(folder, log, about.now),
    heardVersion: async () => undefined,
    log,
    ...about,
  });
  onTestFinished(() => supervisor.close());
  return supervisor;
}
