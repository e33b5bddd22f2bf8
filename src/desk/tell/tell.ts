/**
 * Takes the warden's events: puts what is to be said into the outbox (on disk; only then is an event taken) and
 * lets everything slower, such as the sentences of a completion, follow by an edit.
 */
import type { EventOf, SessionEvent } from "../../protocol/events.ts";
import type { Draft } from "../message/draft.ts";
import { readOrigin, writeOrigin } from "../message/origin.ts";
import { type Loudness, loudnessFor, messageOf } from "../outbox/messageOf.ts";
import { Completions, type CompletionsInput } from "./completions.ts";
import * as occasions from "./occasions/index.ts";
import { redactEvent } from "./redactEvent.ts";

export interface TellerInput extends CompletionsInput {
  secrets: readonly string[];
  /** Where that is told which belongs to nobody's request. */
  home: number;
}

export class Teller {
  readonly #in: TellerInput;
  readonly #completions: Completions;

  constructor(input: TellerInput) {
    this.#in = input;
    this.#completions = new Completions(input);
  }

  /** Takes up what a former run left half done. */
  resume(): void {
    this.#completions.resume();
  }

  /** Resolves when all that the event means is on disk. */
  async take(raw: SessionEvent): Promise<void> {
    const event = redactEvent(raw, this.#in.secrets);
    if (event.reminds) await this.#dropButtons(event, event.reminds);
    switch (event.type) {
      case "launched":
        if (event.resumes) await this.#dropButtons(event, `${event.resumes.session}:over`);
        return this.#say(event, launchedId(event), occasions.launched(event), "loud");
      case "queued":
        return this.#say(event, event.id, occasions.queued(event), "loud");
      case "not-started":
        await this.#over(event);
        return this.#say(event, event.id, occasions.notStarted(event), "loud");
      case "asked":
        return this.#say(event, askedId(event), occasions.asked(event), "loud");
      case "answered":
        return this.#answered(event);
      case "finished":
        return this.#completions.finished(event);
      case "measured":
        return this.#completions.learn(event.session.name, event.turn, {
          facts: event.facts,
          complete: true,
        });
      case "withdrawn":
        return this.#completions.learn(event.session.name, event.turn, { withdrawn: true });
      case "verified": {
        const { ok, command } = event;
        await this.#completions.learn(event.session.name, event.turn, { verified: { ok, command } });
        return ok ? undefined : this.#say(event, event.id, occasions.verifyFailed(event), "loud");
      }
      case "background":
        return this.#say(event, event.id, occasions.background(event), event.question ? "loud" : "silent");
      case "sleeping":
        return this.#say(event, event.id, occasions.sleeping(event), event.question ? "loud" : "silent");
      case "failed":
        return this.#say(event, event.id, occasions.failed(event), "loud");
      case "interrupted":
        return this.#say(event, event.id, occasions.interrupted(event), loudnessOf(event));
      case "went-on":
        return this.#say(event, event.id, occasions.wentOn(event), event.why === null ? "silent" : "loud");
      case "escaped":
        return this.#say(event, event.id, occasions.escaped(event), "silent");
      case "not-resumed":
        return this.#say(event, event.id, occasions.notResumed(event), "loud");
      case "retrying":
        return this.#say(event, event.id, occasions.retrying(event), "loud");
      case "stuck":
        return this.#say(event, event.id, occasions.stuck(event), "loud");
      case "kept":
        return this.#say(event, event.id, occasions.kept(event), "silent");
      case "exited":
        await this.#over(event);
        return this.#say(event, event.id, occasions.exited(event), "loud");
      case "orphans":
        return this.#say(event, event.id, occasions.orphans(event), "loud");
      case "closed": {
        await this.#over(event);
        const message = occasions.closed(event);
        return message && this.#say(event, event.id, message, "silent");
      }
    }
  }

  /** Resolves when no completion is being worded. */
  settle(): Promise<void> {
    return this.#completions.settle();
  }

  async #say(event: SessionEvent, id: string, draft: Draft, loudness: Loudness): Promise<void> {
    const { name, origin } = event.session;
    const to = { name, origin: origin === "" ? writeOrigin({ chat: this.#in.home }) : origin };
    const said = event.reminds === undefined ? id : againId(event.reminds);
    await this.#in.outbox.put(messageOf(to, said, draft, loudnessFor(event.session, loudness)));
  }

  /** It may have been asked twice: again when somebody who was attached had left it open. */
  async #answered(event: EventOf<"answered">): Promise<void> {
    await this.#dropButtons(event, askedId(event));
    await this.#dropButtons(event, againId(askedId(event)));
  }

  async #dropButtons(event: SessionEvent, of: string): Promise<void> {
    const { chat } = readOrigin(event.session.origin);
    await this.#in.outbox.put({ kind: "drop-buttons", of, chat });
  }

  /** Nothing of it runs any more: no button of it may pretend otherwise. */
  async #over(event: EventOf<"closed" | "exited" | "not-started">): Promise<void> {
    const { name } = event.session;
    await this.#dropButtons(event, launchedId(event));
    // Completions are rendered anew; what tells of this end has its own buttons.
    const others = new Set([event.id, launchedId(event), ...(await this.#completions.over(name))]);
    for (const [of, { session, chat }] of Object.entries(this.#in.state.data.sent)) {
      if (session === name && !others.has(of)) await this.#in.outbox.put({ kind: "drop-buttons", of, chat });
    }
  }
}

/** What the person did themselves is no news to them. */
function loudnessOf({ by }: EventOf<"interrupted">): Loudness {
  return by === "guardian" ? "loud" : "silent";
}

/** What is said once more is a message of its own. */
function againId(first: string): string {
  return `${first}:again`;
}

function launchedId(event: SessionEvent): string {
  return `${event.session.name}:launched`;
}

function askedId(event: EventOf<"asked" | "answered">): string {
  return `${event.session.name}:asked:${event.asked}`;
}
