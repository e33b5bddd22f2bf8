/** The one open long poll. A newer one ends the older one with a 409, as two running bots find out. */
import { Refusal } from "../refusal.ts";
import type { Changes } from "./changes.ts";
import type { Update } from "./updates.ts";

const conflict =
  "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

export class LongPoll {
  readonly #changes: Changes;
  #end: ((error?: Refusal) => void) | undefined;

  constructor(changes: Changes) {
    this.#changes = changes;
  }

  get open(): boolean {
    return this.#end !== undefined;
  }

  /** Ends the open poll, if any: with 409 when another took its place, otherwise with an empty answer. */
  end(why: "replaced" | "stopping"): void {
    this.#end?.(why === "replaced" ? new Refusal(409, conflict) : undefined);
  }

  /** Resolves as soon as `take` has something, with nothing after `timeoutMs` or when the client hung up. */
  wait(take: () => Update[], timeoutMs: number, hungUp: AbortSignal): Promise<Update[]> {
    return new Promise((resolve, reject) => {
      const finish = (updates: Update[], error?: Refusal): void => {
        clearTimeout(timer);
        unwatch();
        hungUp.removeEventListener("abort", onHangUp);
        if (this.#end === end) this.#end = undefined;
        if (error === undefined) resolve(updates);
        else reject(error);
      };
      const look = (): void => {
        const updates = take();
        if (updates.length > 0) finish(updates);
      };
      const end = (error?: Refusal): void => finish([], error);
      const onHangUp = (): void => finish([]);
      const timer = setTimeout(onHangUp, timeoutMs);
      const unwatch = this.#changes.watch(look);
      this.#end = end;
      hungUp.addEventListener("abort", onHangUp);
      if (hungUp.aborted) finish([]);
      else look();
    });
  }
}
