/** Taps on inline buttons, and whether the bot answered them. */
import { badRequest } from "../refusal.ts";

export interface QueryAnswer {
  /** Unix milliseconds. */
  at: number;
  text: string;
  /** Shown as a dialog that must be closed, not as a passing note. */
  alert: boolean;
  url?: string;
}

/** A live value: `answer` appears when the bot answers. */
export interface CallbackQuery {
  readonly id: string;
  readonly chatId: number;
  readonly messageId: number;
  readonly from: number;
  readonly data: string;
  readonly at: number;
  readonly updateId: number;
  answer?: QueryAnswer;
}

const tooOld = "query is too old and response timeout expired or query ID is invalid";

export class CallbackQueries {
  readonly #queries = new Map<string, CallbackQuery>();
  readonly #timeoutMs: number;

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  get all(): readonly CallbackQuery[] {
    return [...this.#queries.values()];
  }

  get unanswered(): readonly CallbackQuery[] {
    return this.all.filter((query) => query.answer === undefined);
  }

  /** A number in decimal, as Telegram's are. */
  nextId(): string {
    return String(4_382_000_000_000_000n + BigInt(this.#queries.size));
  }

  add(query: CallbackQuery): void {
    this.#queries.set(query.id, query);
  }

  /** Refused for an unknown query, one that was answered before, and one that waited too long. */
  answer(id: string, answer: QueryAnswer): void {
    const query = this.#queries.get(id);
    if (query === undefined || query.answer !== undefined || answer.at - query.at > this.#timeoutMs) {
      throw badRequest(tooOld);
    }
    query.answer = answer;
  }
}
