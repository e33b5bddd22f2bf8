/** Orphans are told once, to the right person, and can be found again by their name. */
import { describe, expect, it } from "vitest";
import type { SessionEvent } from "../../../src/protocol/events.ts";
import { openIndex } from "../../../src/warden/journal/index.ts";
import { Orphans, openTold } from "../../../src/warden/orphans/orphans.ts";
import type { MarkedProcess } from "../../../src/warden/processes/processes.ts";
import { rememberingLog, tempFolder } from "../../support/host/temp.ts";
import { sessionRecord } from "../journal/sessionRecord.ts";

const record = sessionRecord({ origin: "where it was asked" });
const server: MarkedProcess = {
  pid: 7,
  parent: 1,
  start: "5",
  command: "node server.js",
  session: record.name,
};

async function open(home: string, known = true) {
  const { log } = rememberingLog();
  const events: SessionEvent[] = [];
  const index = await openIndex(home, log);
  await index.update(({ sessions }) => {
    if (known) sessions[record.name] = { record, over: true, overAt: 1, state: "closed" };
  });
  const orphans = new Orphans({
    home,
    index,
    told: await openTold(home, log),
    events: { publish: async (event) => void events.push(event) },
    log,
    now: () => 1_000,
  });
  return { orphans, events, index };
}

describe("12: what outlived its session", () => {
  it("is told once, also over a restart of Jama", async () => {
    const home = await tempFolder();
    const first = await open(home);
    await first.orphans.look([server]);
    await first.orphans.look([server]);
    expect(first.events).toMatchObject([
      { type: "orphans", session: { name: record.name }, leftovers: [{ pid: 7, command: "node server.js" }] },
    ]);
    const second = await open(home);
    await second.orphans.look([server]);
    expect(second.events).toEqual([]);
  });

  it("is not told when its end named it already", async () => {
    const { orphans, events } = await open(await tempFolder());
    await orphans.told(record.name, [server]);
    await orphans.look([server]);
    expect(events).toEqual([]);
  });

  it("is told anew when the pid is another process by then", async () => {
    const { orphans, events } = await open(await tempFolder());
    await orphans.look([server]);
    await orphans.look([]);
    await orphans.look([{ ...server, start: "9" }]);
    expect(events).toHaveLength(2);
  });

  it("of a session that nobody knows goes to whoever asked last, and can be ended by its name", async () => {
    const home = await tempFolder();
    const { orphans, events } = await open(home);
    const lost = "claude-web-app-20260101-101010-2";
    await orphans.look([{ ...server, session: lost }]);
    expect(events).toMatchObject([
      { session: { name: lost, project: "web-app", state: "lost", origin: "where it was asked" } },
    ]);
    expect(orphans.unknown.map((one) => one.name)).toEqual([lost]);
    expect(orphans.unknownSession(lost)).toEqual({ name: lost, folder: `${home}/sessions/${lost}` });
    expect(orphans.unknownSession(record.name)).toBeUndefined();
    await orphans.look([]);
    expect(orphans.unknownSession(lost)).toBeUndefined();
  });

  it("has no origin where nobody ever asked for anything", async () => {
    const { orphans, events } = await open(await tempFolder(), false);
    await orphans.look([server]);
    expect(events).toMatchObject([{ session: { origin: "" } }]);
  });
});
