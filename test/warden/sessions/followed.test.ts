/** A round of the sweep asks for no panes where everything is heard at once. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/warden/evidence/evidence.ts";
import { Journal } from "../../../src/warden/journal/journal.ts";
import { LiveSession } from "../../../src/warden/sessions/liveSession.ts";
import { tempFolder } from "../../support/host/temp.ts";
import { sessionRecord } from "../journal/sessionRecord.ts";
import * as s from "../judge/situation.ts";
import { idleHands, supervise } from "./supervised.ts";

/** A session that works, in a pane of its own; `lists` counts how often tmux was asked for its panes. */
async function watchWorking() {
  const folder = await tempFolder();
  for (const name of ["events", "started", "registry", "terminals"]) await mkdir(join(folder, name));
  for (const who of ["launcher", "claude"]) await writeFile(join(folder, "started", who), "7\n");
  const log = join(folder, "terminal.log");
  await writeFile(log, "painted");
  let ms = 1_000;
  const now = () => s.t0 + ms;
  const journal = new Journal(folder, now);
  const session = new LiveSession({
    record: sessionRecord({ folder }),
    journal,
    policy: s.policy,
    hands: idleHands,
    now,
  });
  const tty = join(folder, "terminals", "7");
  await writeFile(tty, "");
  const asked = { lists: 0, attached: 0 };
  const listPanes = async () => {
    asked.lists++;
    const { name } = session.record;
    return [{ session: name, tty, paneId: "%1", pid: 7, dead: false, attached: asked.attached }];
  };
  const supervisor = supervise({
    folder,
    registryFolder: join(folder, "registry"),
    now,
    tmux: {
      listPanes,
      screens: async () => new Map(),
      attached: async () => new Set(asked.attached > 0 ? [session.record.name] : []),
    },
    processes: { find: async () => [{ pid: 7, start: "" }] },
  });
  for (const one of s.atWork) await session.find(one);
  await supervisor.watch(session);
  const sweepAt = async (at: number) => {
    ms = at;
    const before = asked.lists;
    await supervisor.sweep();
    return asked.lists - before;
  };
  await sweepAt(1_000);
  return { session, sweepAt, log, asked, hears: (evidence: Evidence) => session.receive(evidence) };
}

describe("8: while hooks and registry follow all sessions", () => {
  it("a round lists no panes, until the one that trusts no watch", async () => {
    const { sweepAt } = await watchWorking();
    expect([await sweepAt(3_000), await sweepAt(5_000), await sweepAt(11_000)]).toEqual([0, 0, 1]);
    expect([await sweepAt(13_000), await sweepAt(15_000)]).toEqual([0, 0]);
  });

  it("it still knows when each was painted last, which the rules take for a fresh word", async () => {
    const { session, sweepAt, log } = await watchWorking();
    await writeFile(log, "painted more");
    expect(await sweepAt(3_000)).toBe(0);
    expect(session.seen.log?.size).toBe("painted more".length);
  });

  it("but one that rests is looked at in each", async () => {
    const { sweepAt, hears } = await watchWorking();
    await hears(s.registry(2_000, "idle"));
    expect([await sweepAt(3_000), await sweepAt(5_000)]).toEqual([1, 1]);
  });

  it("and so is one that somebody is attached to, from the next round on", async () => {
    const { session, sweepAt, asked } = await watchWorking();
    expect(await sweepAt(3_000)).toBe(0);
    asked.attached = 1;
    expect([await sweepAt(5_000), session.seen.tmux?.attached]).toEqual([1, 1]);
    asked.attached = 0;
    expect([await sweepAt(7_000), await sweepAt(9_000)]).toEqual([1, 0]);
  });
});
