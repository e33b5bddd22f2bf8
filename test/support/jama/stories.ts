/**
 * Tests of one world each, beside each other: they mostly wait. A world is closed after its test, when nothing of
 * any session may run any more, and all of them must be judged again as they were.
 */
import { basename } from "node:path";
import { expect, it } from "vitest";
import { expectNoLeftovers } from "../claude/leftovers.ts";
import { waitFor } from "../claude/wait.ts";
import { expectSameVerdicts } from "./replayed.ts";
import { type Bot, openWorld, personId, type World, type WorldOptions } from "./world.ts";

/** The grace period of these worlds. */
export const graceSeconds = 1;
export type OpenStory = (options?: WorldOptions) => Promise<World>;

/**
 * `it` with `open`, which opens a world with one project and a short grace period. Each has a project name of its
 * own: sessions that begin in the same second in two worlds would else have the same name, and the same marker.
 */
export function storyTest(theme: string) {
  let count = 0;
  return it.extend<{ open: OpenStory }>({
    open: async ({ task, onTestFailed }, use) => {
      const opened: World[] = [];
      onTestFailed(() => console.error([task.name, ...opened.map(chatOf)].join("\n\n")));
      await use(async (options = {}) => {
        const settings = { JAMA_IDLE_GRACE_SECONDS: String(graceSeconds), ...options.settings };
        count += 1;
        const world = await openWorld({ projectName: `${theme}${count}`, ...options, settings });
        opened.push(world);
        return world;
      });
      for (const world of opened) await endStory(world, task.name);
    },
  });
}

/** The project as its messages name it. */
export function projectOf({ lab }: World): string {
  return basename(lab.project.path);
}

function chatOf(world: World): string {
  return world.server.chat(personId).print();
}

async function endStory(world: World, test: string): Promise<void> {
  const screens = await screensOf(world);
  const logs = world.bots.map((bot) => bot.output().slice(-4_000));
  try {
    for (const bot of world.bots) await stops(bot);
    await expectNoLeftovers({ homes: [world.lab.home] });
    expect(world.server.unansweredQueries()).toEqual([]);
    await expectSameVerdicts(world);
  } catch (error) {
    throw new Error([`${test}: ${error}`, chatOf(world), ...screens, ...logs].join("\n\n"), { cause: error });
  } finally {
    await world.close();
  }
}

/** A bot that is told to stop does so, whatever it is about. */
async function stops(bot: Bot): Promise<void> {
  let stopped = false;
  void bot.stop().then(() => {
    stopped = true;
  });
  await waitFor(async () => stopped, { seen: async () => "a bot that did not stop" });
}

async function screensOf({ lab }: World): Promise<string[]> {
  return Promise.all((await lab.tmux.list()).map((name) => lab.tmux.capture(name).catch(String)));
}
