/**
 * One script: its steps and how far it has come. It never runs out: after the last step it goes on with
 * what it was given for that (`say("Done.")` for sessions, the last step itself for side calls).
 */

import { userTexts } from "./read.ts";
import type { ModelRequest } from "./records.ts";
import { type FixedStep, type Step, say } from "./steps.ts";

/** What to do about one request: wait, then answer or fail. */
export interface Move {
  readonly waitMs: number;
  readonly step: Exclude<FixedStep, { kind: "think" }>;
}

export class Script {
  readonly match: string;
  /** Input tokens of the last request: the next one reads them from the cache. */
  seenTokens = 0;
  readonly #steps: Step[];
  readonly #afterwards: Step;
  #failing: { readonly prompt: string | undefined; readonly left: number } | undefined;

  constructor(match: string, steps: readonly Step[], afterwards: Step = say("Done.")) {
    this.match = match;
    this.#steps = [...steps];
    this.#afterwards = afterwards;
  }

  /** Adds steps behind those still to come. */
  add(...steps: Step[]): this {
    this.#steps.push(...steps);
    return this;
  }

  /** How many steps are still to come. */
  get left(): number {
    return this.#steps.length;
  }

  /** The next move. Each request takes one, so a client's retry takes the next. */
  async next(request: ModelRequest): Promise<Move> {
    let waitMs = 0;
    for (;;) {
      const given = this.#steps[0] ?? this.#afterwards;
      if (typeof given !== "function" && given.kind === "fail") {
        if (this.#fails(given, request)) return { waitMs, step: given };
        continue;
      }
      this.#steps.shift();
      const step = typeof given === "function" ? await given(request) : given;
      if (step.kind !== "think") return { waitMs, step };
      waitMs += step.ms;
    }
  }

  /** Counts one failure; false when the step is over, which is then off the list. */
  #fails(step: Extract<FixedStep, { kind: "fail" }>, request: ModelRequest): boolean {
    const prompt = userTexts(request.body).at(-1);
    const now = this.#failing ?? {
      prompt,
      left: step.times === "turn" ? Number.POSITIVE_INFINITY : Math.max(1, step.times),
    };
    if (now.left > 0 && (step.times !== "turn" || now.prompt === prompt)) {
      this.#failing = { ...now, left: now.left - 1 };
      return true;
    }
    this.#failing = undefined;
    this.#steps.shift();
    return false;
  }
}
