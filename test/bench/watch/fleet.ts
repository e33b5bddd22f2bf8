/** Many sessions of stand-ins, launched as a person launches them: by a message each, through the built bot. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Journal } from "../../../src/warden/journal/journal.ts";
import { makeProject } from "../../support/claude/project.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { launchedNames } from "../../support/jama/chat.ts";
import { sessionFolder } from "../../support/jama/session.ts";
import { type Bot, openWorld, type World } from "../../support/jama/world.ts";

const standIn = fileURLToPath(new URL("standIn.pl", import.meta.url));
const countStarts = new URL("countStarts.mjs", import.meta.url);
const startsFile = ({ lab }: World) => join(lab.folder, "programs started by the bot");

const afterLaunchMs = 45_000;

/** States, over and over. None is finished: those are torn down, and cost nothing. */
const mix = [
  ...["working", "waiting", "working", "background", "working"],
  ...["waiting", "working", "background", "working", "waiting"],
];
const stateOf = (nth: number) => mix[nth % mix.length] ?? "working";

/** The mix in words. */
export const mixTold = "of 10: 5 working (they paint), 3 waiting for a permission, 2 with a background task";

export class Fleet {
  readonly world: World;
  readonly bot: Bot;
  /** Names of the sessions, oldest first. */
  readonly names: string[] = [];

  private constructor(world: World, bot: Bot) {
    this.world = world;
    this.bot = bot;
  }

  /** `close` it in the end. Should this process be killed, the bot goes with it, and the stand-ins see it. */
  static async open(): Promise<Fleet> {
    process.once("disconnect", () => process.kill(process.pid, "SIGKILL")); // vitest itself was killed
    const settings = {
      CLAUDE_BIN: standIn,
      JAMA_MAX_SESSIONS: "1000",
      JAMA_BENCH_PID: String(process.pid),
      JAMA_AGENT_ENV: "JAMA_BENCH_PID",
      LOG_LEVEL: "info",
    };
    const under = ["setpriv", "--pdeathsig", "KILL"];
    const world = await openWorld({ settings, under, start: false });
    try {
      const counting = { NODE_OPTIONS: `--import ${countStarts}`, JAMA_BENCH_STARTS: startsFile(world) };
      return new Fleet(world, await world.start(counting));
    } catch (error) {
      await world.close();
      throw error;
    }
  }

  /**
   * Launches until there are so many; resolves when Jama knows the state of each, and has had its first look at the
   * screens of those that work, 15 s after their last hook, and a second one: what a launch costs is no watching.
   */
  async growTo(size: number): Promise<void> {
    const { person, lab } = this.world;
    for (let nth = this.names.length; nth < size; nth++) {
      const project = `${stateOf(nth)}${nth}`;
      await makeProject(join(lab.folder, project));
      person.sends(`${project}: fix the login`);
      const name = await waitFor(
        async () => launchedNames(this.world).find((one) => one.startsWith(`claude-${project}-`)),
        { seen: async () => this.world.server.chat(person.id).print().slice(-2_000) },
      );
      this.names.push(name);
    }
    for (const [nth, name] of this.names.entries()) {
      const state = () => this.#lastState(name);
      await waitFor(async () => (await state()) === stateOf(nth), {
        seen: async () => `${name} ${await state()}`,
      });
    }
    await delay(afterLaunchMs);
  }

  /** Programs that the bot has started so far. */
  async programsStarted(): Promise<number> {
    return (await stat(startsFile(this.world))).size;
  }

  async close(): Promise<void> {
    await this.world.close();
  }

  async #lastState(name: string): Promise<string | undefined> {
    const entries = await new Journal(sessionFolder(this.world, name), Date.now).read();
    return entries.findLast((one) => one.kind === "verdict")?.state;
  }
}
