/** Tells whoever waits for it that something is out of the outbox. */
export class Departures {
  readonly #waiting = new Map<string, (() => void)[]>();

  /** Resolves with the next `note` of this key. */
  wait(key: string): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), resolve]);
    });
  }

  note(key: string): void {
    for (const resolve of this.#waiting.get(key) ?? []) resolve();
    this.#waiting.delete(key);
  }
}
