/** Jobs one after the other, in the order they came; one that fails is told of, and holds up none behind it. */
export class Turns {
  readonly #failed: (error: unknown) => void;
  #last: Promise<unknown> = Promise.resolve();
  #jobs = 0;

  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  /** Nothing runs and nothing waits: whoever has no need to wait for anything may do it at once. */
  get idle(): boolean {
    return this.#jobs === 0;
  }

  /** Resolves when all that was added so far is done. */
  async done(): Promise<void> {
    await this.#last;
  }

  /** Resolves when the job is done, to what it gives; or when it has failed, to undefined. */
  add<T>(job: () => Promise<T>): Promise<T | undefined> {
    this.#jobs += 1;
    const run = this.#last
      .then(job)
      .catch((error: unknown) => {
        this.#failed(error);
        return undefined;
      })
      .finally(() => {
        this.#jobs -= 1;
      });
    this.#last = run;
    return run;
  }
}
