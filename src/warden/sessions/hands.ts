/** Carries decisions out: tells, measures, verifies, ends. The only place where a verdict touches the world. */
import { join } from "node:path";
import type { Logger } from "../../logger.ts";
import type { SessionEvent } from "../../protocol/events.ts";
import type { Leftover } from "../../protocol/leftover.ts";
import { wait } from "../clock.ts";
import { asLeftovers, endSession, findLeftovers } from "../end/endSession.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { StopSeen } from "../evidence/observed.ts";
import type { Guard } from "../guard/guard.ts";
import type { Decision } from "../judge/decide.ts";
import { quietly } from "../judge/presence.ts";
import type { Git } from "../measure/git/git.ts";
import { allFacts, beginMeasuring, factsWithin, type Measurement } from "../measure/measure.ts";
import type { Orphans } from "../orphans/orphans.ts";
import type { Processes, ProcessInfo } from "../processes/processes.ts";
import { conversationOf } from "../resume/former.ts";
import { logTail } from "../screen/logTail.ts";
import type { EventSpool } from "../spool/eventSpool.ts";
import { common, compose, type Outside } from "../tell/compose.ts";
import type { Tmux } from "../tmux/tmux.ts";
import { endFormer, verifyMarker } from "../verify/endFormer.ts";
import { runVerify } from "../verify/runVerify.ts";
import type { Hands, LiveSession } from "./liveSession.ts";
import type { Transcripts } from "./transcripts.ts";
import { viewNow } from "./viewNow.ts";

export interface HandsInput {
  git: Git;
  tmux: Tmux;
  processes: Processes;
  events: EventSpool;
  transcripts: Transcripts;
  guard: Pick<Guard, "froze" | "mention" | "go">;
  orphans: Pick<Orphans, "told">;
  /** For private git indexes. */
  tempDir: string;
  /** The environment that a session of this project gets: verify runs in it. */
  environment(session: LiveSession): Promise<Record<string, string>>;
  /** Looks at the session once more through every channel. */
  look(session: LiveSession): Promise<void>;
  /** The session is over and told: let it go. */
  retire(session: LiveSession): Promise<void>;
  /** Jama stops: what it runs itself is called off, and begun again after the next start. */
  closing: AbortSignal;
  log: Logger;
  now: () => number;
}

/** A ping waits this long for facts that are still being measured; later ones follow by an edit. */
const factsBudgetMs = 250;
const verifyTimeoutMs = 30 * 60_000;
const tailLines = 20;

export class SessionHands implements Hands {
  readonly #in: HandsInput;
  /** Calls a session's verify command off when the session is ended. */
  readonly #verifying = new WeakMap<LiveSession, AbortController>();
  readonly #measurements = new WeakMap<LiveSession, Map<string, Measurement>>();

  constructor(input: HandsInput) {
    this.#in = input;
  }

  /** Measuring begins with the Stop event, while other channels still have to confirm the end. */
  noticed(session: LiveSession, evidence: Evidence): void {
    if (evidence.channel !== "hook" || evidence.fact.event !== "Stop") return;
    if (evidence.fact.tasks.length === 0) this.#measure(session, evidence.id);
  }

  failed(session: LiveSession, what: string, error: unknown): void {
    this.#in.log.error(
      { err: error, session: session.record.name, what },
      "something about a session failed",
    );
  }

  async carryOut(session: LiveSession, decision: Decision): Promise<boolean> {
    const say = (event: (base: ReturnType<typeof common>) => SessionEvent) =>
      "key" in decision
        ? this.#in.events.publish(event(common(session.view, decision.key, this.#in.now())))
        : Promise.resolve();
    switch (decision.do) {
      case "tell":
        return this.#tell(session, decision);
      case "tell-answered":
        await say((base) => ({ ...base, type: "answered", asked: decision.asked }));
        return true;
      case "withdraw":
        await say((base) => ({ ...base, type: "withdrawn", turn: decision.turn }));
        return true;
      case "tell-kept":
        await say((base) => ({ ...base, type: "kept", why: decision.why, attach: this.#attach(session) }));
        return true;
      case "measure": {
        const facts = await allFacts(
          this.#measure(session, decision.stop.id),
          duration(session, decision.stop),
        );
        await say((base) => ({ ...base, type: "measured", turn: decision.stop.id, facts }));
        return true;
      }
      case "verify": {
        const { ok, output, command } = await this.#verify(session, decision.stop.id);
        if (this.#in.closing.aborted || session.over) return false;
        await session.receive({ channel: "verify", at: this.#in.now(), stop: decision.stop.id, ok });
        await say((base) => ({ ...base, type: "verified", turn: decision.stop.id, ok, command, output }));
        return true;
      }
      case "tear-down":
        await this.#in.look(session);
        if (session.decideNow().some((one) => one.do === "tear-down" && one.confirmed)) {
          await session.receive({ channel: "order", at: this.#in.now(), order: "teardown" });
        }
        return false;
      case "clear-failed-start":
        await session.receive({ channel: "order", at: this.#in.now(), order: "clear-failed-start" });
        return false;
      case "end":
        await this.#end(session);
        return false;
    }
  }

  async #tell(session: LiveSession, decision: Extract<Decision, { do: "tell" }>): Promise<boolean> {
    const { key, verdict, reminds } = decision;
    if (verdict.kind === "stuck" && !reminds && !(await this.#in.guard.froze(session, verdict))) return false;
    const stop = verdict.kind === "finished" ? verdict.stop : undefined;
    const measured = { complete: true };
    const outside: Outside = {
      attach: this.#attach(session),
      resume: resumeCommand(session),
      facts: async () => {
        const measurement = this.#measure(session, stop?.id ?? "over");
        const result = await factsWithin(measurement, duration(session, stop), factsBudgetMs);
        measured.complete = result.complete;
        return result;
      },
      tail: () => logTail(join(session.record.folder, "terminal.log"), tailLines),
      screen: () => this.#screen(session.record.name),
      leftovers: async () => this.#left(session, await findLeftovers(this.#in.processes, session.record)),
    };
    const base = common(await viewNow(session, this.#in.tmux), key, this.#in.now(), reminds);
    const event = await compose(base, verdict, outside);
    if (!event) return true;
    if (event.session.attached) await session.markDone(quietly(key));
    if (stop && !measured.complete) await session.markDone(`incomplete:${stop.id}`);
    await this.#in.events.publish(await this.#in.guard.mention(session, verdict, event));
    if (key === "over" && verdict.kind !== "not-started") {
      await session.markDone(key);
      await this.#clearDeadPane(session.record.name);
      await this.#in.retire(session);
      this.#in.guard.go(session.record.name);
    }
    return true;
  }

  /** Empty where it cannot be read: what is to be told never hangs on it. */
  async #screen(name: string): Promise<string> {
    try {
      return (await this.#in.tmux.capture(name))?.trimEnd() ?? "";
    } catch (error) {
      this.#in.log.warn({ err: error, session: name }, "its screen cannot be shown");
      return "";
    }
  }

  /** With remain-on-exit tmux keeps what has ended on show: nothing of a session that is over stays behind. */
  async #clearDeadPane(name: string): Promise<void> {
    const { tmux, log } = this.#in;
    try {
      const own = ((await tmux.listPanes()) ?? []).filter((pane) => pane.session === name);
      if (own.length > 0 && own.every((pane) => pane.dead)) await tmux.killSession(name);
    } catch (error) {
      log.warn({ err: error, session: name }, "tmux cannot tell whether anything of it is left");
    }
  }

  async #end(session: LiveSession): Promise<void> {
    const { name, folder } = session.record;
    const { tmux, processes, now } = this.#in;
    const claudePid = session.seen.registry?.pid;
    this.#verifying.get(session)?.abort();
    const left = await endSession({ name, folder, claudePid, tmux, processes });
    const leftovers = await this.#left(session, left);
    await session.receive({ channel: "end", at: now(), leftovers });
    if (session.over) await this.#in.retire(session);
  }

  /** The message that is about to be sent names them: the look for orphans need not tell them again. */
  async #left({ record }: LiveSession, left: readonly ProcessInfo[]): Promise<Leftover[]> {
    await this.#in.orphans.told(record.name, left);
    return asLeftovers(left);
  }

  async #verify(session: LiveSession, stop: string) {
    const { verify: command = "true", projectPath: cwd, folder } = session.record;
    await endFormer(this.#in.processes, session.record, stop, wait);
    const env = { ...(await this.#in.environment(session)), ...verifyMarker(stop) };
    const logPath = join(folder, "verify.log");
    const ended = new AbortController();
    this.#verifying.set(session, ended);
    const signal = AbortSignal.any([this.#in.closing, ended.signal]);
    const input = { command, cwd, env, logPath, timeoutMs: verifyTimeoutMs, signal };
    return { command, ...(await runVerify(input)) };
  }

  #measure(session: LiveSession, id: string): Measurement {
    const begun = this.#measurements.get(session) ?? new Map<string, Measurement>();
    this.#measurements.set(session, begun);
    const known = begun.get(id);
    if (known) return known;
    const read = () => this.#in.transcripts.facts(session);
    const measurement = beginMeasuring(this.#in.git, session.record, this.#in.tempDir, read);
    begun.set(id, measurement);
    return measurement;
  }

  #attach(session: LiveSession): string {
    return this.#in.tmux.attachCommand(session.record.name);
  }
}

function duration(session: LiveSession, stop: StopSeen | undefined): number {
  const { seen, record } = session;
  const end = stop?.at ?? seen.exit?.at ?? seen.goneSince ?? record.createdAt;
  return Math.max(0, end - (seen.launchedAt ?? record.createdAt));
}

/** For the person's own terminal, in the project's folder. */
function resumeCommand({ record, seen }: LiveSession): string {
  return `claude --resume ${conversationOf(record, seen)}`;
}
