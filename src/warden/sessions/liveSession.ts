/**
 * One session that lives: evidence in, one piece at a time, journal written, verdict made, decisions handed to
 * the hands. Nothing here reads the world; all of it can be rebuilt from the journal.
 */
import { isEnded, type SessionView } from "../../protocol/session.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { isNews } from "../evidence/news.ts";
import { nothingObserved, type Observed, observe } from "../evidence/observed.ts";
import type { Journal, JournalEntry } from "../journal/journal.ts";
import type { SessionRecord } from "../journal/record.ts";
import { classify } from "../judge/classify.ts";
import { type Decision, decide } from "../judge/decide.ts";
import type { Policy, Verdict } from "../judge/verdict.ts";
import { isEnd, takesLong } from "./decisions.ts";
import { Notes } from "./notes.ts";
import { Turns } from "./turns.ts";

/** What carries decisions out. `true`: done, and never to be decided again. */
export interface Hands {
  carryOut(session: LiveSession, decision: Decision): Promise<boolean>;
  /** Evidence was taken: work that can begin before any verdict (measuring) begins here. */
  noticed(session: LiveSession, evidence: Evidence): void;
  failed(session: LiveSession, what: string, error: unknown): void;
}

export interface LiveSessionInput {
  record: SessionRecord;
  journal: Journal;
  policy: Policy;
  hands: Hands;
  now: () => number;
}

export class LiveSession {
  readonly journal: Journal;
  readonly #policy: Policy;
  readonly #hands: Hands;
  readonly #now: () => number;
  readonly #hookIds = new Set<string>();
  /** Hooks that count but are not in the journal yet. */
  readonly #unkept = new Set<string>();
  readonly #running = new Set<string>();
  readonly #notes: Notes;
  #record: SessionRecord;
  #seen: Observed = nothingObserved;
  readonly #lastWords = new Map<Evidence["channel"], Evidence>();
  #done = new Set<string>();
  #verdict: Verdict;
  /** What the journal says last. */
  #noted: Pick<Verdict, "rule" | "detail"> & { state: string };
  #since: number;
  /** Id of its conversation as the registry gave it last: /clear changes it. Empty until then. */
  conversation = "";
  /** Its end is being told, or was: nothing that is heard later changes what it ended as. */
  #isFinal = false;
  readonly #turns: Turns;
  #tellOver: () => void = () => undefined;
  /** Resolves when the end was told. */
  readonly whenOver: Promise<void> = new Promise((resolve) => {
    this.#tellOver = resolve;
  });

  constructor(input: LiveSessionInput) {
    this.#record = input.record;
    this.journal = input.journal;
    this.#policy = input.policy;
    this.#hands = input.hands;
    this.#notes = new Notes(input.journal, (error) => input.hands.failed(this, "writing the journal", error));
    this.#turns = new Turns((error) => input.hands.failed(this, "taking evidence", error));
    this.#now = input.now;
    this.#verdict = classify(this.#seen, input.now(), this.#policy);
    this.#noted = this.#verdict;
    this.#since = input.record.createdAt;
  }

  get record(): SessionRecord {
    return this.#record;
  }
  get seen(): Observed {
    return this.#seen;
  }
  get verdict(): Verdict {
    return this.#verdict;
  }
  get policy(): Policy {
    return this.#policy;
  }
  /** What each channel said last. */
  get lastWords(): ReadonlyMap<Evidence["channel"], Evidence> {
    return this.#lastWords;
  }
  get done(): ReadonlySet<string> {
    return this.#done;
  }
  get over(): boolean {
    return this.#done.has("over");
  }

  get view(): SessionView {
    const { name, project, createdAt, task, origin } = this.#record;
    const { state, detail } = this.#verdict;
    const attached = isEnded(state) ? 0 : (this.#seen.tmux?.attached ?? 0);
    return { name, project, createdAt, task, origin, state, detail, since: this.#since, attached };
  }

  /** Takes up where the journal stops; nothing is carried out for what it holds. */
  restore(entries: readonly JournalEntry[]): void {
    for (const entry of entries) {
      if (entry.kind === "evidence") {
        this.#observe(entry.evidence);
        if (entry.evidence.channel === "hook") this.#hookIds.add(entry.evidence.id);
      }
      if (entry.kind === "done") this.#done.add(entry.key);
      if (entry.kind === "verdict") {
        if (entry.state !== this.#noted.state) this.#since = entry.at;
        this.#noted = entry;
      }
    }
    this.#verdict = classify(this.#seen, this.#now(), this.#policy);
    this.#isFinal = this.over && isEnded(this.#verdict.state);
  }

  /** This run of Jama takes it up: from here on it is judged by these times. */
  async noteOpening(jama: string): Promise<void> {
    await this.#notes.write({ kind: "opened", jama, policy: this.#policy });
  }

  async amend(record: SessionRecord): Promise<void> {
    this.#record = record;
    await this.#notes.write({ kind: "amended", record });
  }

  /**
   * Takes one piece of evidence; resolves when what follows from it was begun. False when the journal could not
   * be written (a full disk): the evidence counts all the same, and should be offered again to be kept.
   */
  async receive(evidence: Evidence): Promise<boolean> {
    const kept = await this.#turns.add(async () => {
      const taken = await this.#take(evidence);
      if (taken.isNew) await this.#judge();
      return taken.kept;
    });
    return kept ?? true;
  }

  /**
   * What one round of looking finds is taken piece by piece, and judged as a whole by the `tick` that ends it. What
   * says nothing new is taken without waiting: a sweep over many sessions finds little else.
   */
  async find(evidence: Evidence): Promise<boolean> {
    if (this.#turns.idle && !this.#isFinal && !isNews(evidence, this.#seen)) {
      this.#notes.keepInMind(evidence);
      this.#observe(evidence);
      return true;
    }
    const kept = await this.#turns.add(async () => (await this.#take(evidence)).kept);
    return kept ?? true;
  }

  /** Judges again because time has passed: nothing follows from that, nearly always. */
  tick(): Promise<void> {
    if (this.#isFinal) return this.#turns.done();
    const { now, verdict, isNew } = this.#judgement();
    if (!this.#turns.idle || isNew || this.#decisions(verdict, now).length > 0)
      return this.#turns.add(() => this.#judge());
    this.#verdict = verdict;
    return this.#turns.done();
  }

  /** What would be decided now; for a last look before something that cannot be taken back. */
  decideNow(): Decision[] {
    const { now, verdict } = this.#judgement();
    return this.#decisions(verdict, now);
  }

  async markDone(key: string): Promise<void> {
    if (this.#done.has(key)) return;
    this.#done.add(key);
    await this.#notes.write({ kind: "done", key });
    if (key === "over") this.#tellOver();
  }

  async #take(evidence: Evidence): Promise<{ isNew: boolean; kept: boolean }> {
    if (this.#isFinal) return { isNew: false, kept: true };
    const known = evidence.channel === "hook" && this.#hookIds.has(evidence.id);
    if (known && !this.#unkept.has(evidence.id)) return { isNew: false, kept: true };
    let kept = true;
    if (isNews(evidence, this.#seen)) kept = await this.#notes.evidence(evidence);
    else this.#notes.keepInMind(evidence);
    if (evidence.channel === "hook") {
      this.#hookIds.add(evidence.id);
      if (kept) this.#unkept.delete(evidence.id);
      else this.#unkept.add(evidence.id);
    }
    if (known) return { isNew: false, kept };
    this.#observe(evidence);
    this.#hands.noticed(this, evidence);
    return { isNew: true, kept };
  }

  #observe(evidence: Evidence): void {
    this.#seen = observe(this.#seen, evidence);
    this.#lastWords.set(evidence.channel, evidence);
  }

  #judgement() {
    const now = this.#now();
    const verdict = classify(this.#seen, now, this.#policy);
    const { state, rule, detail } = this.#noted;
    const isNew = verdict.state !== state || verdict.rule !== rule || verdict.detail !== detail;
    return { now, verdict, isNew };
  }

  #decisions(verdict: Verdict, now: number): Decision[] {
    return decide({ seen: this.#seen, verdict, done: this.#done }, this.#policy, now);
  }

  async #judge(): Promise<void> {
    const { now, verdict, isNew } = this.#judgement();
    this.#verdict = verdict;
    if (isNew) {
      if (verdict.state !== this.#noted.state) this.#since = now;
      const { state, rule, detail, because } = verdict;
      this.#noted = verdict;
      await this.#notes.write({ kind: "verdict", at: now, state, rule, detail, because });
    }
    for (const decision of this.#decisions(verdict, now)) {
      const begun = this.#begin(decision);
      if (!takesLong.has(decision.do)) await begun;
    }
  }

  async #begin(decision: Decision): Promise<void> {
    const name = "key" in decision ? decision.key : decision.do;
    if (this.#running.has(name)) return;
    this.#running.add(name);
    this.#isFinal ||= isEnd(decision);
    try {
      const finished = await this.#hands.carryOut(this, decision);
      if (finished && "key" in decision) await this.markDone(decision.key);
    } catch (error) {
      if (isEnd(decision)) this.#isFinal = false;
      this.#hands.failed(this, name, error);
    } finally {
      this.#running.delete(name);
    }
  }
}
