/**
 * Worlds that close themselves, and what must hold at the end of every test, whatever it was about: each tap was
 * answered, no message of an ended session can still be tapped, and no process is left.
 */
import { type afterAll, afterEach, expect } from "vitest";
import type { StoredMessage } from "../../../src/botapi/world/message.ts";
import { tokenOf } from "../../../src/desk/message/press.ts";
import { describeProcess, processesOfHome, processesWithMarker } from "../claude/processes.ts";
import { waitFor } from "../claude/wait.ts";
import { sessionsOf } from "./knownSessions.ts";
import { addProject } from "./projects.ts";
import { openWorld, type World, type WorldOptions } from "./world.ts";

export interface OpenOptions extends WorldOptions {
  /** Names of projects beside the first one. */
  readonly more?: readonly string[];
  /** The bot is made to forget which messages it sent: it cannot take their buttons away then. */
  readonly forgets?: boolean;
}

/** Gives a function that opens worlds; they are closed and checked after each test, or after all of a file. */
export function useWorlds(when: typeof afterEach | typeof afterAll = afterEach) {
  const opened: { world: World; forgets: boolean }[] = [];
  when(async () => {
    for (const { world, forgets } of opened.splice(0)) await closeAndCheck(world, forgets);
  });
  return async ({ more = [], forgets = false, start, ...options }: OpenOptions = {}): Promise<World> => {
    const world = await openWorld({ projectName: "webapp", ...options, start: false });
    opened.push({ world, forgets });
    for (const name of more) await addProject(world.lab, name);
    if (start !== false) await world.start();
    return world;
  };
}

async function closeAndCheck(world: World, forgets: boolean): Promise<void> {
  const sessions = await sessionsOf(world);
  const ended = sessions.filter((one) => one.over).map((one) => one.name);
  let left: string[] = [];
  try {
    await world.server.waitUntil(() => unanswered(world).length === 0, { what: "answer to every tap" });
    await waitFor(async () => forgets || liveButtons(world, ended).length === 0, {
      seen: async () => liveButtons(world, ended).join("\n"),
    });
    expect(await marked(world, ended)).toEqual([]);
  } finally {
    await world.close();
    left = await Promise.all((await processesOfHome(world.lab.home)).map(describeProcess));
  }
  expect(left).toEqual([]);
}

/** What of these sessions still runs. A session carries the home of its world too. */
async function marked({ lab }: World, names: readonly string[]): Promise<string[]> {
  const pids = await Promise.all(names.map((name) => processesWithMarker(name, lab.home)));
  return Promise.all(pids.flat().map(describeProcess));
}

/** Taps of people who are heard: a stranger's tap gets no answer. */
function unanswered({ server, person }: World) {
  return server.unansweredQueries().filter((one) => one.from === person.id);
}

/** Buttons under messages of ended sessions, but for lists, and for what is done with an ended session. */
function liveButtons({ server, person }: World, ended: readonly string[]): string[] {
  const tokens = ended.map(tokenOf);
  return server.chat(person.id).fromBot.flatMap((message) =>
    isList(message)
      ? []
      : message.buttons
          .flat()
          .filter(
            ({ callback_data: data = "" }) =>
              !/^(leftovers|resume)\./.test(data) && tokens.some((one) => data.includes(one)),
          )
          .map((button) => `[${button.text}] under "${message.text.slice(0, 80)}"`),
  );
}

function isList({ buttons }: StoredMessage): boolean {
  return buttons.flat().every((one) => one.text.startsWith("Status: "));
}
