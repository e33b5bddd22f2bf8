/**
 * The queue of updates behind getUpdates. An update stays until an offset above it confirms it, or for 24 hours.
 * What was confirmed is remembered, so that a test can have it delivered once more as Telegram sometimes does.
 */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Not delivered unless asked for by name. */
const onRequestOnly = new Set(["chat_member", "message_reaction", "message_reaction_count"]);

export interface Update {
  update_id: number;
  [kind: string]: unknown;
}

interface Queued {
  update: Update;
  at: number;
}

export class UpdateQueue {
  readonly #waiting: Queued[] = [];
  readonly #all = new Map<number, Update>();
  readonly #repeats: Update[] = [];
  #lastId: number;
  #allowed: ReadonlySet<string> = new Set();

  constructor(firstId: number) {
    this.#lastId = firstId - 1;
  }

  /** How many updates nobody has confirmed. */
  get pending(): number {
    return this.#waiting.length;
  }

  get pendingUpdates(): readonly Update[] {
    return this.#waiting.map((queued) => queued.update);
  }

  /** An empty list means the default: everything but what must be asked for by name. */
  allow(kinds: readonly string[]): void {
    this.#allowed = new Set(kinds);
  }

  /** Queues one update and returns its id; the id is used up even when the bot did not ask for this kind. */
  push(kind: string, content: unknown, at: number): number {
    this.#lastId += 1;
    const update: Update = { update_id: this.#lastId, [kind]: content };
    this.#all.set(update.update_id, update);
    if (this.#wants(kind)) this.#waiting.push({ update, at });
    return update.update_id;
  }

  /** Puts an update in front of the queue again, whatever offset the bot asks for next. */
  repeat(updateId: number): void {
    const update = this.#all.get(updateId);
    if (update === undefined) throw new Error(`there was never an update ${updateId}`);
    this.#repeats.push(update);
  }

  /** Confirms what lies below `offset`; a negative one forgets all but the last `-offset`. */
  confirm(offset: number, now: number): void {
    this.#dropWhile((queued) => queued.at < now - KEPT_MS);
    if (offset < 0) this.#waiting.splice(0, Math.max(0, this.#waiting.length + offset));
    else this.#dropWhile((queued) => queued.update.update_id < offset);
  }

  /** The next updates, oldest first; repeats are handed out once. */
  take(limit: number): Update[] {
    const repeats = this.#repeats.splice(0, limit);
    const rest = this.#waiting.slice(0, limit - repeats.length).map((queued) => queued.update);
    return [...repeats, ...rest];
  }

  clear(): void {
    this.#waiting.length = 0;
  }

  #wants(kind: string): boolean {
    return this.#allowed.size === 0 ? !onRequestOnly.has(kind) : this.#allowed.has(kind);
  }

  #dropWhile(test: (queued: Queued) => boolean): void {
    const keep = this.#waiting.findIndex((queued) => !test(queued));
    this.#waiting.splice(0, keep === -1 ? this.#waiting.length : keep);
  }
}
