/** Which pane is a session's own, and which transcript tells of it. */
import { mkdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Journal } from "../../../src/warden/journal/journal.ts";
import { LiveSession } from "../../../src/warden/sessions/liveSession.ts";
import { Looking } from "../../../src/warden/sessions/looking.ts";
import { createTranscripts } from "../../../src/warden/sessions/transcripts.ts";
import type { PaneInfo } from "../../../src/warden/tmux/tmux.ts";
import { rememberingLog, tempFolder } from "../../support/host/temp.ts";
import { sessionRecord } from "../journal/sessionRecord.ts";
import * as s from "../judge/situation.ts";

const { log } = rememberingLog();

async function open(panes: readonly Pick<PaneInfo, "pid">[]) {
  const folder = await tempFolder();
  const record = sessionRecord({ folder });
  const clock = { at: s.t0 + 1_000 };
  const now = () => clock.at;
  const hands = { carryOut: async () => true, noticed: () => undefined, failed: () => undefined };
  const session = new LiveSession({
    record,
    journal: new Journal(folder, now),
    policy: s.policy,
    hands,
    now,
  });
  const transcripts = createTranscripts(folder, log, now);
  const about = { paneId: "%1", dead: false, attached: 0, tty: "/dev/null", session: record.name };
  let shown = "";
  let tmuxTakesMs = 0;
  const tmux = {
    listPanes: async () => panes.map((one) => ({ ...about, ...one })),
    attached: async () => new Set<string>(),
    screens: async () => {
      clock.at += tmuxTakesMs;
      return new Map([["%1", shown]]);
    },
  };
  const processes = { find: async () => [] };
  /** What was known of its processes whenever its mail was read. */
  const mailReadAt: unknown[] = [];
  const looking = new Looking({ tmux, processes, transcripts, log, now }, async ({ seen }) => {
    mailReadAt.push(seen.process?.launcher);
  });
  const look = async () => {
    const found = await looking.panes();
    if (found) await looking.ownPane(session, found);
    return session.seen.tmux?.present;
  };
  const says = async (id: string, ...lines: object[]) => {
    await mkdir(join(folder, "projects", "p"), { recursive: true });
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
    await writeFile(join(folder, "projects", "p", `${id}.jsonl`), text);
  };
  const launchedAs = async (pid: number) => {
    await mkdir(join(folder, "started"));
    await writeFile(join(folder, "started", "launcher"), `${pid}\n`);
  };
  const shows = async (text: string, tookMs = 0) => {
    shown = text;
    tmuxTakesMs = tookMs;
    await looking.screens(new Map([[session, { ...about, pid: 7 }]]));
  };
  /** So long ago. */
  const grew = async (ms: number) => {
    const log = join(folder, "terminal.log");
    await writeFile(log, "painted");
    await utimes(log, (now() - ms) / 1_000, (now() - ms) / 1_000);
  };
  const processesOf = () => looking.processes([session]);
  const ending = () => transcripts.ending(session);
  return { session, shows, grew, record, look, says, launchedAs, ending, processesOf, mailReadAt };
}

describe("2: a launch.sh that is gone", () => {
  it("is known as gone only when the mail was read that it may have left", async () => {
    const { session, launchedAs, processesOf, mailReadAt } = await open([]);
    await processesOf();
    expect(mailReadAt).toEqual([]);
    await launchedAs(7);
    await processesOf();
    expect([mailReadAt, session.seen.process?.launcher]).toEqual([["unknown"], "gone"]);
  });
});

describe("2: a session's own pane", () => {
  it("is the one that runs launch.sh: a session of the same name may be somebody else's", async () => {
    const own = await open([{ pid: 7 }]);
    await own.launchedAs(7);
    expect(await own.look()).toBe(true);
    const foreign = await open([{ pid: 8 }]);
    await foreign.launchedAs(7);
    expect(await foreign.look()).toBe(false);
  });

  it("is found by the name before launch.sh has said who it is", async () => {
    expect(await (await open([{ pid: 7 }])).look()).toBe(true);
  });
});

describe("2: a screen without a prompt box", () => {
  it.each([
    ["painted a moment ago is marked", "Settings", 150, true],
    ["painted before is not", "Settings", 250, undefined],
    [
      "is what counts: one with it paints all the time",
      `${"─".repeat(80)}\n❯ \n${"─".repeat(80)}`,
      150,
      undefined,
    ],
  ])("%s", async (_, text, ms, painting) => {
    const { session, grew, shows } = await open([]);
    await grew(ms);
    await shows(text);
    expect(session.seen.screen?.painting).toBe(painting);
  });
});

describe("2: a screen", () => {
  it("is as old as the question for it: what is painted while tmux answers may not be on it", async () => {
    const { session, shows } = await open([]);
    await shows("Settings", 800);
    expect(session.seen.screen?.at).toBe(s.t0 + 1_000);
  });
});

describe("2: the transcript", () => {
  const asked = { type: "user", promptId: "p", message: { content: "now test it" } };
  const said = { type: "assistant", message: { id: "m2", content: [{ type: "text", text: "Tested." }] } };

  it("is that of the conversation that the registry names: /clear begins another", async () => {
    const { session, record, says, ending } = await open([]);
    await says(record.claudeId, asked, { ...said, message: { ...said.message, id: "m1" } });
    expect(await ending()).toMatchObject({ answer: "m1" });
    session.conversation = "another";
    expect(await ending()).toBeUndefined();
    await says("another");
    expect(await ending()).toBeUndefined();
    await says("another", asked, said);
    expect(await ending()).toMatchObject({ answer: "m2", turn: "p", answered: true });
  });
});
