/** What the time between two rounds of the sweep means. */

/** A gap between two rounds that only a sleeping machine explains. */
const sleptMs = 30_000;
/** What a watch tells at once is looked for this often, should it have missed something. */
const missedMs = 10_000;

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
    const trusts = this.#lookedAt >= now - (now % missedMs); // in step with what is looked at every so often anyway
    this.#lastAt = now;
    if (!trusts) this.#lookedAt = now;
    return { slept, trusts };
  }
}
