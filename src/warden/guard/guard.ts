/**
 * The guardian: takes up what crashed, and presses Escape where something froze, as `decideGuard` says. Each step is
 * told. A plan is on disk before it is told and gone when it was carried out; the command's id is the session's, so a
 * restart in between resumes nothing twice.
 */
import type { Logger } from "../../logger.ts";
import type { ResumeReply } from "../../protocol/commands.ts";
import type { Guarding, SessionEvent } from "../../protocol/events.ts";
import type { Leftover } from "../../protocol/leftover.ts";
import type { SessionView } from "../../protocol/session.ts";
import type { Observed } from "../evidence/observed.ts";
import { endedView } from "../journal/endedView.ts";
import type { SessionIndex } from "../journal/index.ts";
import type { Journal, JournalEntry } from "../journal/journal.ts";
import type { SessionRecord } from "../journal/record.ts";
import type { Verdict, VerdictOf } from "../judge/verdict.ts";
import type { EventSpool } from "../spool/eventSpool.ts";
import { common } from "../tell/compose.ts";
import type { Typist } from "../type/typist.ts";
import { decideCrash, decideFreeze } from "./decideGuard.ts";
import type { Plan, PlansDocument } from "./plans.ts";
import type { GuardPolicy } from "./policy.ts";
import { pressedAt, pressedKey, whoPressed } from "./pressed.ts";

/** A session as the guardian sees it. */
export interface Guarded {
  readonly record: SessionRecord;
  readonly seen: Observed;
  readonly done: ReadonlySet<string>;
  readonly view: SessionView;
  readonly journal: Pick<Journal, "read">;
  markDone(key: string): Promise<void>;
}

export interface GuardInput {
  policyOf(project: string): GuardPolicy | undefined;
  plans: PlansDocument;
  index: SessionIndex;
  typist: Pick<Typist, "escape">;
  /** Goes on with the session's conversation in a new one; that is told as every launch is. */
  resume(session: string, plan: Plan): Promise<ResumeReply>;
  events: Pick<EventSpool, "publish">;
  /** Does it once, after so many milliseconds; gives what calls it off. */
  later(ms: number, job: () => Promise<void>): () => void;
  log: Logger;
  now: () => number;
}

export class Guard {
  readonly #in: GuardInput;
  readonly #timers = new Map<string, () => void>();

  constructor(input: GuardInput) {
    this.#in = input;
  }

  /** After a start: what was planned before it. */
  start(): void {
    for (const name of Object.keys(this.#in.plans.data.plans)) this.go(name);
  }

  close(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  /** The event with what the guardian, or a person through Jama, has to do with it. */
  async mention(session: Guarded, verdict: Verdict, event: SessionEvent): Promise<SessionEvent> {
    const { done, seen } = session;
    switch (event.type) {
      case "exited": {
        const guard = await this.ended(session, verdict);
        return guard ? { ...event, guard } : event;
      }
      case "interrupted": {
        const by = whoPressed(done, seen.turn?.at ?? 0);
        return by ? { ...event, by } : event;
      }
      case "stuck": {
        const escaped = verdict.kind === "stuck" && pressedAt(done, "guardian", verdict.since) !== undefined;
        return { ...event, escaped };
      }
      default:
        return event;
    }
  }

  /** What it plans about this end, for the message that tells of the end; undefined when it does nothing. */
  async ended(session: Guarded, verdict: Verdict): Promise<Guarding | undefined> {
    if (verdict.kind !== "exited" && verdict.kind !== "lost") return undefined;
    const { name } = session.record;
    const { plans, now, log } = this.#in;
    const plan = plans.data.plans[name];
    if (plan) {
      const { attempt, of, at } = plan;
      return { does: "resume", attempt, of, afterMs: Math.max(0, at - now()) };
    }
    const decision = await this.#decide(session, verdict);
    log.info({ session: name, decision }, "the guardian");
    if (decision.do === "leave") return undefined;
    const { of } = decision;
    if (decision.do === "give-up") return { does: "give-up", of };
    const { attempt, afterMs } = decision;
    await plans.update((data) => {
      data.plans[name] = { attempt, of, at: now() + afterMs };
    });
    return { does: "resume", attempt, of, afterMs };
  }

  /** The end was told, and the session is let go: the time of a plan begins to run. */
  go(name: string): void {
    const { plans, index, later, now } = this.#in;
    const plan = plans.data.plans[name];
    if (!plan || !index.data.sessions[name]?.over) return;
    this.#timers.get(name)?.();
    const job = async () => {
      this.#timers.delete(name);
      await this.#carryOut(name, plan);
    };
    this.#timers.set(name, later(Math.max(0, plan.at - now()), job));
  }

  /** A person decided otherwise. True when there was a plan. */
  async callOff(name: string): Promise<boolean> {
    const known = this.#in.plans.data.plans[name] !== undefined;
    this.#timers.get(name)?.();
    this.#timers.delete(name);
    if (known) await this.#forget(name);
    return known;
  }

  /** True when the person is to be asked now; until then it was pressed, or may still answer. */
  async froze(session: Guarded, { since }: VerdictOf<"stuck">): Promise<boolean> {
    const { now, typist, events, policyOf, log } = this.#in;
    const { seen, record } = session;
    const escapedAt = pressedAt(session.done, "guardian", since);
    const decision = decideFreeze({ seen, escapedAt }, policyOf(record.project), now());
    if (decision.do !== "escape") return decision.do === "ask";
    const typing = await typist.escape(session, "jama");
    if (typing.outcome === "refused") {
      log.info({ session: record.name, why: typing.why }, "the guardian did not press Escape");
      return true;
    }
    await session.markDone(pressedKey("guardian", since, now()));
    await events.publish({ ...common(session.view, `escaped:${since}`, now()), type: "escaped" });
    return false;
  }

  async #decide({ record, journal }: Guarded, verdict: VerdictOf<"exited" | "lost">) {
    const before = stateBefore(await journal.read(), verdict.state);
    const resumed = record.resumes?.guard?.attempt ?? 0;
    return decideCrash({ verdict, before, resumed }, this.#in.policyOf(record.project));
  }

  async #carryOut(name: string, plan: Plan): Promise<void> {
    const { index, resume, policyOf, log } = this.#in;
    const project = index.data.sessions[name]?.record.project ?? "";
    const goesOn = Object.values(index.data.sessions).some(({ record }) => record.resumes?.session === name);
    try {
      const reply = goesOn || !policyOf(project) ? undefined : await resume(name, plan);
      if (reply && reply.outcome !== "accepted") await this.#tellNot(name, plan, reply);
    } catch (error) {
      log.error({ err: error, session: name }, "the guardian could not resume a session");
      await this.#tellNot(name, plan, { outcome: "refused", why: "something went wrong; see my log" });
    }
    await this.#forget(name);
  }

  async #tellNot(name: string, { attempt }: Plan, reply: ResumeReply): Promise<void> {
    const { index, events, now } = this.#in;
    const entry = index.data.sessions[name];
    if (!entry) return;
    const leftovers: Leftover[] = reply.outcome === "still-runs" ? reply.leftovers : [];
    const why = reply.outcome === "refused" ? reply.why : "its Claude Code still runs";
    const base = common(endedView(entry), `not-resumed:${attempt}`, now());
    const event: SessionEvent = { ...base, type: "not-resumed", why, leftovers };
    await events.publish(event);
  }

  async #forget(name: string): Promise<void> {
    await this.#in.plans.update(({ plans }) => {
      delete plans[name];
    });
  }
}

/** The last state that it was judged to be in before this one. */
function stateBefore(entries: readonly JournalEntry[], end: string): { state: string; detail: string } {
  const last = entries.findLast((entry) => entry.kind === "verdict" && entry.state !== end);
  return last?.kind === "verdict" ? last : { state: "", detail: "" };
}
