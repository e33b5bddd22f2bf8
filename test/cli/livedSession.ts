/** A session that was lived through without a machine, and left its folder behind. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Evidence } from "../../src/warden/evidence/evidence.ts";
import { Journal } from "../../src/warden/journal/journal.ts";
import type { SessionRecord } from "../../src/warden/journal/record.ts";
import type { Policy } from "../../src/warden/judge/verdict.ts";
import { type Hands, LiveSession } from "../../src/warden/sessions/liveSession.ts";
import { tempFolder } from "../support/host/temp.ts";
import * as s from "../warden/judge/situation.ts";

const hands: Hands = { carryOut: async () => true, noticed: () => undefined, failed: () => undefined };
export const sessionName = "claude-secret-plan-20260303-142000";

/** The folder of a session that saw this, as Jama leaves it. */
export async function sessionOf(evidence: readonly Evidence[], policy: Policy = s.policy, tickAt?: number) {
  const folder = join(await tempFolder(), sessionName);
  await mkdir(folder, { recursive: true });
  let now = s.t0;
  const record: SessionRecord = {
    v: 1,
    name: sessionName,
    commandId: "u1",
    project: "secret-plan",
    projectPath: "/home/ada/Projects/secret-plan",
    folder,
    claudeId: "c",
    createdAt: s.t0,
    task: "take over the world",
    origin: "o",
    permissionMode: "plan",
    bypassConsent: false,
  };
  const journal = new Journal(folder, () => now);
  await journal.write({ kind: "created", record });
  const session = new LiveSession({ record, journal, policy, hands, now: () => now });
  await session.noteOpening("0.2.0");
  for (const one of evidence) {
    now = Math.max(now, one.at);
    await session.receive(one);
  }
  if (tickAt !== undefined) {
    now = s.t0 + tickAt;
    await session.tick();
  }
  return folder;
}
