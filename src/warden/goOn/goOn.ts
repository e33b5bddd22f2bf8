/**
 * Lets a session go on whose turn the API refused: at once, or when the limit is lifted. Only a person orders it; what
 * was put off is carried out only while the failure still stands and nobody is attached, and each outcome is told.
 */
import type { GoOnCommand, GoOnReply } from "../../protocol/goOn.ts";
import { resetTime } from "../judge/resetTime.ts";
import type { Verdict } from "../judge/verdict.ts";
import type { LiveSession } from "../sessions/liveSession.ts";
import type { EventSpool } from "../spool/eventSpool.ts";
import { common } from "../tell/compose.ts";
import type { Typist } from "../type/typist.ts";
import type { GoOnPlans } from "./goOnPlans.ts";

type Session = Pick<LiveSession, "record" | "seen" | "view" | "verdict" | "done" | "markDone">;

export interface GoOnInput {
  plans: GoOnPlans;
  find(name: string): Session | undefined;
  typist: Pick<Typist, "say">;
  /** What is typed. */
  text: string;
  events: Pick<EventSpool, "publish">;
  attachCommand(session: string): string;
  /** Does it once, after so many milliseconds; gives what calls it off. */
  later(ms: number, job: () => Promise<void>): () => void;
  now: () => number;
}

export class GoOn {
  readonly #in: GoOnInput;
  readonly #timers = new Map<string, () => void>();

  constructor(input: GoOnInput) {
    this.#in = input;
  }

  /** After a start: what was put off before it. */
  start(): void {
    for (const name of Object.keys(this.#in.plans.data.plans)) this.#arm(name);
  }

  close(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  async order({ id, session: name, when }: GoOnCommand): Promise<GoOnReply> {
    const session = this.#in.find(name);
    const failure = session && failureOf(session.verdict);
    if (!session || !failure)
      return { outcome: "refused", why: "its turn has not failed, or somebody let it go on" };
    if (when === "reset") return this.#putOff(name, failure);
    if (session.done.has(`go-on:${id}`)) return { outcome: "done" };
    const typing = await this.#in.typist.say(session, this.#in.text, "person");
    if (typing.outcome === "refused") return { outcome: "refused", why: typing.why };
    await session.markDone(`go-on:${id}`);
    await this.#forget(name);
    return { outcome: "done" };
  }

  async #putOff(name: string, { id, at: failedAt, lastMessage }: Failed): Promise<GoOnReply> {
    const at = resetTime(lastMessage, failedAt);
    if (at === null) return { outcome: "refused", why: "nobody said when the limit is lifted" };
    await this.#in.plans.update(({ plans }) => {
      plans[name] = { failure: id, at };
    });
    this.#arm(name);
    return { outcome: "put-off", at };
  }

  #arm(name: string): void {
    const { plans, later, now } = this.#in;
    const plan = plans.data.plans[name];
    if (!plan) return;
    this.#timers.get(name)?.();
    this.#timers.set(
      name,
      later(Math.max(0, plan.at - now()), () => this.#carryOut(name, plan.failure)),
    );
  }

  async #carryOut(name: string, failure: string): Promise<void> {
    const { find, typist, text, events, attachCommand, now } = this.#in;
    this.#timers.delete(name);
    const session = find(name);
    // Somebody let it go on, or ended it: nothing is owed any more.
    if (session && failureOf(session.verdict)?.id === failure) {
      const typing = await typist.say(session, text, "jama");
      const base = common(session.view, `went-on:${failure}`, now());
      const why = typing.outcome === "refused" ? typing.why : null;
      await events.publish({ ...base, type: "went-on", why, attach: attachCommand(name) });
    }
    await this.#forget(name);
  }

  async #forget(name: string): Promise<void> {
    this.#timers.get(name)?.();
    this.#timers.delete(name);
    if (!this.#in.plans.data.plans[name]) return;
    await this.#in.plans.update(({ plans }) => {
      delete plans[name];
    });
  }
}

type Failed = Extract<Verdict, { kind: "failed" }>["failure"];

function failureOf(verdict: Verdict): Failed | undefined {
  return verdict.kind === "failed" ? verdict.failure : undefined;
}
