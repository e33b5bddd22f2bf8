/** What the time between two rounds of the sweep means. */
import { isDue } from "../judge/looks.ts";

/** A gap between two rounds that only a sleeping machine explains. */
const sleptMs = 30_000;
export class Rhythm {
  readonly #sweepMs: number;
  #lastAt: number | undefined;
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(sweepMs: number) {
    this.#sweepMs = sweepMs;
  }

  /**
   * A round begins. `slept`: since the last one the machine slept. `trusts`: what the watches bring need not be looked
   * for in this one.
   */
  begins(now: number): { slept: boolean; trusts: boolean } {
    const slept = this.#lastAt !== undefined && now - this.#lastAt >= sleptMs + this.#sweepMs;
    const trusts = !isDue(this.#lookedAt, now);
    this.#lastAt = now;
    if (!trusts) this.#lookedAt = now;
    return { slept, trusts };
  }
}
