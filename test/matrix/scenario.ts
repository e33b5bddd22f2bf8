/**
 * A scenario is a value: what is set up, what the scripted model does, what happens at the desk, and what a watcher
 * that is never wrong says about it. Expectations follow DESIGN.md, never what the product happens to do.
 */
import type { Step } from "../../src/modelapi/index.ts";
import type { WorldOptions } from "../support/jama/world.ts";
import type { Kind } from "./look/kinds.ts";
import type { Stage } from "./stage/stage.ts";

/** Which channels are left: a all, b no hooks, c no registry, d neither, nor a transcript: tmux, log, process. */
export const channelSets = ["a", "b", "c", "d"] as const;
export type ChannelSet = (typeof channelSets)[number];

export interface Scenario {
  /** Kebab-case, unique: it is also the task that the session is given. */
  readonly name: string;
  readonly theme: string;
  /** One sentence for docs/matrix.md: what happens. */
  readonly about: string;
  /** Options of the world: `trusted`, `home`, `settings` (variables of the bot), `under`. */
  readonly world?: Omit<WorldOptions, "version" | "projectName" | "start">;
  /** What the person writes; `have Claude Code <name with blanks>` unless said otherwise. */
  readonly message?: string;
  /** Before the bot starts: files of the project or the home, more scripts for the model. */
  readonly prepare?: (stage: Stage) => Promise<void>;
  /** What the scripted model does in the main conversation; after the last step it says "Done.". */
  readonly model?: readonly Step[] | ((stage: Stage) => readonly Step[]);
  /** What happens at the desk, from the launch on. When it is over, the rest is waited for. */
  readonly play?: (stage: Stage) => Promise<void>;
  readonly expect: Expectation;
  /** Where a channel or a version really cannot tell or show it; each with the reason, which the doc lists. */
  readonly except?: readonly Exception[];
}

/**
 * States as DESIGN.md writes them: "working", "waiting(question)". `waiting` alone takes any detail, and
 * "finished|waiting(reply)" takes either.
 */
export type StatePattern = string;

export interface SessionExpectation {
  /** States passed through, in this order; others may not show for longer than the debounce. */
  readonly passes: readonly StatePattern[];
  /** The state that it is in at the end. */
  readonly final: StatePattern;
  /**
   * torn-down: Jama ends it by itself once all agree. stays: it must live, however long one waits. gone: it ended
   * without Jama.
   */
  readonly life: "torn-down" | "stays" | "gone";
}

export interface Expectation extends SessionExpectation {
  /** Everything that is told, each exactly once; a kind that stands twice is told twice. */
  readonly told: readonly (Kind | Told)[];
  /** What a further session must do; the same as the first unless said otherwise. */
  readonly others?: SessionExpectation;
  /** States that may show besides those in `passes`, for as long as they like. */
  readonly mayPass?: readonly StatePattern[];
}

export interface Told {
  readonly kind: Kind;
  /** Where the channels that are left cannot tell the two apart. */
  readonly or?: Kind;
  /** Against the kind's own loudness: while somebody is attached, pings make no sound. */
  readonly silent?: boolean;
  /** Words that must stand in it. */
  readonly says?: string | RegExp;
  /**
   * The mark (see Stage.mark) of the moment when the fact came into the world. Left out: found in the evidence
   * (the hook's file, the registry's own time, the exit event). `null`: no latency, nothing outside tells when.
   */
  readonly since?: string | null;
}

export interface Exception {
  readonly sets?: readonly ChannelSet[];
  readonly versions?: readonly string[];
  readonly why: string;
  /** `skip`: it cannot be shown there at all. */
  readonly expect: "skip" | Partial<Expectation>;
}
