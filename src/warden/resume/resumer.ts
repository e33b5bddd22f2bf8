/** Prepares taking a conversation up again: what its journal tells, what the machine shows, and whether it may be. */
import type { ResumeReply } from "../../protocol/commands.ts";
import { Journal } from "../journal/journal.ts";
import type { Resumes, SessionRecord } from "../journal/record.ts";
import { conversationOf, type Former, formerOf } from "./former.ts";
import type { Surroundings } from "./lookAround.ts";
import { whyNotResume } from "./mayResume.ts";

/** A session that lives or waits, as far as it may have the conversation. */
export interface Holder {
  record: Pick<SessionRecord, "name" | "claudeId">;
  seen: { transcript: string };
}

export interface ResumerInput {
  look(record: SessionRecord, former: Former): Promise<Surroundings>;
  /** What is typed when the person has no words of their own. */
  plainText: string;
  now: () => number;
}

export type Prepared =
  | { kind: "reply"; reply: ResumeReply }
  /** `text` is what will be typed. */
  | { kind: "go"; claudeId: string; text: string; before: Resumes["before"] };

export class Resumer {
  readonly #in: ResumerInput;

  constructor(input: ResumerInput) {
    this.#in = input;
  }

  /** `live`: every session of ours that is not over. */
  async prepare(record: SessionRecord, text: string | undefined, live: readonly Holder[]): Promise<Prepared> {
    const former = formerOf(record, await new Journal(record.folder, this.#in.now).read());
    const heldBy = live.find((one) => conversationOf(one.record, one.seen) === former.claudeId)?.record.name;
    const around = await this.#in.look(record, former);
    const reply = whyNotResume({ ...around, heldBy });
    if (reply) return { kind: "reply", reply };
    const { claudeId } = former;
    return { kind: "go", claudeId, text: text ?? this.#in.plainText, before: around.before };
  }
}
