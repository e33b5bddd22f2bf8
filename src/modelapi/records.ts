/**
 * Everything the server was asked and when it had answered, in order. Tests wait on it, the bench measures
 * with it, and it never holds a secret.
 */
import type { MessagesBody, Usage } from "./wire.ts";

/** main: the conversation itself. side: a small call of Claude Code's own. structured: wants JSON back. */
export type RequestKind = "main" | "side" | "structured" | "count";

/** One request, as scripts see it while it is being answered. */
export interface ModelRequest {
  readonly number: number;
  /** Unix milliseconds, with fractions. */
  readonly at: number;
  readonly path: string;
  /** Lower-case names; keys and tokens are left out. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: MessagesBody;
  readonly kind: RequestKind;
  /** The match of the script that answers, if one does. */
  readonly script: string | undefined;
}

/** A request and what became of it. */
export interface RequestRecord extends ModelRequest {
  readonly answer: AnswerRecord | undefined;
}

export interface AnswerRecord {
  readonly status: number;
  /** Unix milliseconds, with fractions, right after the last byte was handed to the system. */
  readonly lastByteAt: number;
  readonly usage: Usage | undefined;
  /** How it ended: as meant, broken off by a script, or left by the client. */
  readonly end: "complete" | "hung-up" | "client-left";
}

/** Unix milliseconds with the resolution of the performance clock. */
export function preciseNow(): number {
  return performance.timeOrigin + performance.now();
}

export class Records {
  readonly #all: RequestRecord[] = [];
  readonly #waiting = new Set<(record: RequestRecord) => void>();

  /** All requests so far, oldest first. */
  get all(): readonly RequestRecord[] {
    return this.#all;
  }

  add(request: ModelRequest): void {
    this.#put({ ...request, answer: undefined });
  }

  answered(request: ModelRequest, answer: AnswerRecord): void {
    this.#put({ ...request, answer });
  }

  /**
   * The first record, past or to come, that the predicate accepts. It is asked twice per request: when the
   * request came (`answer` is undefined) and when it was answered. Rejects after `timeoutMs`.
   */
  wait(accepts: (record: RequestRecord) => boolean, timeoutMs: number): Promise<RequestRecord> {
    const known = this.#all.find(accepts);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      const look = (record: RequestRecord) => {
        if (!accepts(record)) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(record);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`no such request within ${timeoutMs} ms; seen: ${this.#summary()}`));
      }, timeoutMs);
      this.#waiting.add(look);
    });
  }

  #put(record: RequestRecord): void {
    this.#all[record.number] = record;
    for (const look of [...this.#waiting]) look(record);
  }

  #summary(): string {
    const lines = this.#all.map((one) => `${one.kind}(${one.script ?? "-"})=${one.answer?.status ?? "open"}`);
    return lines.slice(-12).join(" ") || "nothing";
  }
}
