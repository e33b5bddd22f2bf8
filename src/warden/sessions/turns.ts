/** Jobs one after the other, in the order they came; one that fails is told of, and holds up none behind it. */
export class Turns {
  readonly #failed: (error: unknown) => void;
  #last: Promise<void> = Promise.resolve();
  #jobs = 0;

  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  /** Nothing runs and nothing waits: whoever has no need to wait for anything may do it at once. */
  get idle(): boolean {
    return this.#jobs === 0;
  }

  /** Resolves when all that was added so far is done. */
  get done(): Promise<void> {
    return this.#last;
  }

  /** Resolves when the job is done, or has failed. */
  add(job: () => Promise<void>): Promise<void> {
    this.#jobs += 1;
    this.#last = this.#last
      .then(job)
      .catch(this.#failed)
      .finally(() => {
        this.#jobs -= 1;
      });
    return this.#last;
  }
}
