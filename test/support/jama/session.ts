/** What tests about sessions do again and again: launch one, hear of it, sit down at its desk, stop it. */

import { readdir, readFile, readlink } from "node:fs/promises";
import { join } from "node:path";
import type { StoredMessage } from "../../../src/botapi/world/message.ts";
import { readIdentity } from "../../../src/warden/processes/identity.ts";
import { processesWithMarker } from "../claude/processes.ts";
import { TmuxServer } from "../claude/tmux.ts";
import { patienceMs, waitFor } from "../claude/wait.ts";
import { personId, type World } from "./world.ts";

/** The sweep of the bot looks at everything this often. */
const sweepMs = 2_000;

/** The bot's newest message that holds the text, as soon as there is one. */
export function told(world: World, text: string | RegExp): Promise<StoredMessage> {
  const fits = (one: StoredMessage) =>
    typeof text === "string" ? one.text.includes(text) : text.test(one.text);
  const options = { timeoutMs: patienceMs, what: `message with ${String(text)}` };
  return world.server.waitFor(personId, (one) => one.fromBot && fits(one), options);
}

/** The message once it reads like that: for what follows by an edit. */
export function becomes(
  world: World,
  { id }: StoredMessage,
  fits: (message: StoredMessage) => boolean,
): Promise<StoredMessage> {
  const options = { timeoutMs: patienceMs, what: `such an edit of message ${id}` };
  return world.server.waitFor(personId, (one) => one.id === id && fits(one), options);
}

/** Resolves when all that was to be said is sent, and noted as sent: from then on nothing is said twice. */
export async function allSaid({ jamaHome }: World): Promise<void> {
  const spool = (name: string) => readdir(join(jamaHome, "spool", name));
  // An event that is taken is in the outbox by then: looked at first, none can slip through between the two.
  const waiting = async () => [...(await spool("events")), ...(await spool("outbox"))];
  await waitFor(async () => (await waiting()).length === 0, {
    seen: async () => (await waiting()).join(" "),
  });
}

/** How often the bot said this in a new message, edits aside. */
export function timesTold(world: World, text: string | RegExp): number {
  const said = world.server.chat(personId).fromBot.map((one) => one.original.text);
  return said.filter((one) => (typeof text === "string" ? one.includes(text) : text.test(one))).length;
}

export function labels({ buttons }: StoredMessage): string[] {
  return buttons.flat().map((one) => one.text);
}

/** Sends work and gives the name of the session that is launched for it. */
export async function launch(world: World, task: string): Promise<string> {
  world.person.sends(`have Claude Code ${task}`);
  const { text } = await told(world, /^Session launched: /);
  return /^Session launched: (\S+)/.exec(text)?.[1] ?? "";
}

export function complete(world: World, name: string): Promise<StoredMessage> {
  return told(world, `Session ${name} complete.`);
}

export async function clearedUp(world: World, name: string): Promise<void> {
  await becomes(world, await complete(world, name), (one) => one.text.includes("Cleared up"));
}

/** As the person does it on the phone; nothing of the session runs afterwards. */
export async function stopByButton(world: World, name: string): Promise<void> {
  const { id } = await told(world, `Session launched: ${name}`);
  world.person.taps(id, "Stop");
  world.person.taps((await told(world, `Stop ${name}?`)).id, "Yes, stop it");
  await told(world, `${name} is stopped.`);
}

/** Claude Code writes its transcript a little later than its screen: of what is not in it a resumed one knows nothing. */
export async function flushed({ lab }: World, command: string): Promise<void> {
  const folder = join(lab.home, ".claude/projects");
  const holds = async () => {
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    const transcripts = names.filter((one) => one.endsWith(".jsonl"));
    const texts = await Promise.all(transcripts.map((one) => readFile(join(folder, one), "utf8")));
    return texts.some((text) => text.includes(command));
  };
  await waitFor(holds, { seen: async () => `no transcript with ${command}` });
}

/** The session's terminal once it shows the text. */
export function screen({ lab }: World, name: string, text: string | RegExp): Promise<string> {
  const look = () => lab.tmux.capture(name).catch(String);
  const fits = (shown: string) => (typeof text === "string" ? shown.includes(text) : text.test(shown));
  return waitFor(async () => [await look()].find(fits), { timeoutMs: patienceMs, seen: look });
}

/** Keys as the person at the desk presses them. */
export function keys({ lab }: World, name: string, ...pressed: string[]): Promise<void> {
  return lab.tmux.keys(name, ...pressed);
}

/**
 * Presses keys until the dialog is gone: Claude Code ignores what comes in its first moment. Patient in between, since
 * a key too many lands in the prompt box, and such a session is rightly kept.
 */
export async function answerDialog(
  world: World,
  name: string,
  shows: string | RegExp,
  ...pressed: string[]
): Promise<void> {
  const shown = (text: string) => (typeof shows === "string" ? text.includes(shows) : shows.test(text));
  const isGone = async () => !shown(await world.lab.tmux.capture(name).catch(() => ""));
  await screen(world, name, shows);
  await waitFor(
    async () => {
      if (await isGone()) return true;
      await keys(world, name, ...pressed).catch(() => undefined); // it may go in this very moment
      return waitFor(isGone, { timeoutMs: 10_000 }).catch(() => false);
    },
    { timeoutMs: patienceMs },
  );
}

/** Pids of the session that run this program. */
export async function pidsOf({ lab }: World, name: string, program: string): Promise<number[]> {
  const marked = await processesWithMarker(name, lab.home);
  const programs = await Promise.all(marked.map((pid) => readlink(`/proc/${pid}/exe`).catch(() => "")));
  return marked.filter((_, at) => programs[at]?.endsWith(program));
}

/** The session's own Claude Code, once it runs: one that is only asked for its version has the marker, too. */
export async function claudePid(world: World, name: string): Promise<number> {
  const look = async () => {
    const own = await readIdentity(sessionFolder(world, name), "claude");
    return (await pidsOf(world, name, world.lab.program)).find((pid) => pid === own?.pid);
  };
  return waitFor(look, { timeoutMs: patienceMs });
}

export function sessionFolder({ jamaHome }: World, name: string): string {
  return join(jamaHome, "sessions", name);
}

/** Resolves when the session's journal holds the text. */
export async function journaled(world: World, name: string, text: string): Promise<void> {
  const read = () => readFile(join(sessionFolder(world, name), "journal.jsonl"), "utf8").catch(() => "");
  await waitFor(async () => (await read()).includes(text), { everyMs: 5, timeoutMs: patienceMs, seen: read });
}

/** Resolves when the session's log was quiet for so long that a teardown would have come long ago. */
export async function quietFor(world: World, name: string, graceSeconds: number): Promise<void> {
  const log = join(sessionFolder(world, name), "terminal.log");
  const enough = graceSeconds * 1_000 + 2 * sweepMs;
  let before = { text: "", since: Date.now() };
  await waitFor(
    async () => {
      const text = await readFile(log, "latin1");
      if (text !== before.text) before = { text, since: Date.now() };
      return Date.now() - before.since >= enough;
    },
    { timeoutMs: 60_000, everyMs: 100 },
  );
}

/** A second terminal that looks at the session; `close` it by the end of the test. */
export async function attach({ lab }: World, name: string): Promise<TmuxServer> {
  const desk = new TmuxServer({ HOME: lab.home });
  const command = ["env", "-u", "TMUX", "tmux", "-L", lab.tmux.socket, "attach", "-t", `=${name}`];
  await desk.start("desk", command, lab.folder);
  const clients = () => lab.tmux.run("list-clients", "-t", `=${name}`);
  await waitFor(async () => (await clients()) !== "");
  return desk;
}
