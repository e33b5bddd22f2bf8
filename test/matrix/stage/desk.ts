/** The desk of a session: what a person does there with keys, and what the terminal shows them. */
import type { TmuxServer } from "../../support/claude/tmux.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { attach } from "../../support/jama/session.ts";
import type { World } from "../../support/jama/world.ts";

/** How long a step of a play may take before the run is given up; a busy machine is no failure. */
export const stepMs = 30_000;
/** Every look at a screen is a process. */
export const lookMs = 250;

export class Desk {
  readonly world: World;
  /** The name of the first session, once it is launched. */
  session = "";
  /** What the play put beside the sessions, and how it is taken away again. */
  readonly #beside: (() => Promise<unknown>)[] = [];

  constructor(world: World) {
    this.world = world;
  }

  /** The terminal once it shows the text. */
  screen(text: string | RegExp, timeoutMs = stepMs): Promise<string> {
    const look = () => this.world.lab.tmux.capture(this.session).catch(String);
    const fits = (shown: string) => (typeof text === "string" ? shown.includes(text) : text.test(shown));
    return waitFor(async () => [await look()].find(fits), { timeoutMs, everyMs: lookMs, seen: look });
  }

  /** Moves to the option that is called so and takes it: versions order and number them differently. */
  async picks(option: string): Promise<void> {
    const [there, chosen] = [new RegExp(`^.*${option}`, "m"), new RegExp(`❯.*${option}`)];
    await this.screen(there);
    const move = async () => {
      const shown = await this.world.lab.tmux.capture(this.session).catch(() => "");
      if (!there.test(shown)) return true;
      await this.keys(chosen.test(shown) ? "Enter" : "Down").catch(() => undefined); // it may go in this very moment
      return false;
    };
    await waitFor(move, { timeoutMs: stepMs, everyMs: 400 });
  }

  /** Keys as the person at the desk presses them, by tmux's names. */
  keys(...pressed: string[]): Promise<void> {
    return this.world.lab.tmux.keys(this.session, ...pressed);
  }

  /** Types a text; Enter only when it stands in the box. */
  async types(text: string): Promise<void> {
    await this.keys("-l", text);
    await this.screen(text);
  }

  /** Types a text and sends it off. */
  async sends(text: string): Promise<void> {
    await this.types(text);
    await this.keys("Enter");
  }

  /** Presses keys until the screen no longer shows this: Claude Code ignores what comes in its first moment. */
  async answers(shows: string | RegExp, ...pressed: string[]): Promise<void> {
    const look = () => this.world.lab.tmux.capture(this.session).catch(() => "");
    const gone = async () => {
      const text = await look();
      return !(typeof shows === "string" ? text.includes(shows) : shows.test(text));
    };
    await this.screen(shows);
    const press = async () => {
      await this.keys(...pressed).catch(() => undefined); // it may go in this very moment
      return waitFor(gone, { timeoutMs: 5_000, everyMs: lookMs }).catch(() => false);
    };
    await waitFor(press, { timeoutMs: stepMs, seen: look });
  }

  /** Any tmux command on the sessions' own server. */
  tmux(...args: string[]): Promise<string> {
    return this.world.lab.tmux.run(...args);
  }

  /** A second terminal that looks at the session. */
  async attach(): Promise<TmuxServer> {
    const desk = await attach(this.world, this.session);
    this.beside(() => desk.kill());
    return desk;
  }

  /** The play puts something beside the sessions: this takes it away before anybody looks what is left. */
  beside(takeAway: () => Promise<unknown>): void {
    this.#beside.push(takeAway);
  }

  /** Takes away what the play put beside the sessions; a second time does nothing. */
  async close(): Promise<void> {
    for (const takeAway of this.#beside.splice(0)) await takeAway();
  }
}
