/** Troubles that a test orders: errors, lost answers, delays, a network that is down. */
import type { ResponseParameters } from "../refusal.ts";

export type Fault =
  /** Answers this error and does nothing. */
  | { kind: "error"; code: number; description: string; parameters?: ResponseParameters }
  /** Answers as a broken proxy does: a page of HTML. */
  | { kind: "html"; status: number }
  /** The call takes effect, but its answer never arrives: the socket is destroyed. */
  | { kind: "lost" }
  /** The call takes effect after a while. */
  | { kind: "delay"; ms: number };

/** Ready-made faults, so that a test reads as what it is about. */
export const faults = {
  tooManyRequests: (retryAfter: number): Fault => ({
    kind: "error",
    code: 429,
    description: `Too Many Requests: retry after ${retryAfter}`,
    parameters: { retry_after: retryAfter },
  }),
  serverError: (): Fault => ({ kind: "error", code: 500, description: "Internal Server Error" }),
  badGateway: (): Fault => ({ kind: "html", status: 502 }),
  lostAnswer: (): Fault => ({ kind: "lost" }),
  delay: (ms: number): Fault => ({ kind: "delay", ms }),
};

export class Faults {
  readonly #planned: { method: string; fault: Fault }[] = [];

  /** Has the next `times` calls of a method ("*": of any) fail that way, after what was planned before. */
  next(method: string, fault: Fault, times = 1): void {
    for (let i = 0; i < times; i += 1) this.#planned.push({ method: method.toLowerCase(), fault });
  }

  /** What was planned and has not happened yet. */
  get left(): number {
    return this.#planned.length;
  }

  clear(): void {
    this.#planned.length = 0;
  }

  /** The fault for this call, used up by asking. */
  take(method: string): Fault | undefined {
    const index = this.#planned.findIndex((p) => p.method === "*" || p.method === method.toLowerCase());
    return index === -1 ? undefined : this.#planned.splice(index, 1)[0]?.fault;
  }
}
