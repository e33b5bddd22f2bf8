/**
 * What concerns the machine and no session is told to everybody who is heard, in private: whoever launched the session
 * in which it was noticed is only one of those whose sessions it concerns. Good news is silent.
 */
import type { Notice } from "../../protocol/notice.ts";
import { draft } from "../message/compose.ts";
import type { Draft } from "../message/draft.ts";
import { redactDraft } from "../message/redactDraft.ts";
import { count } from "../message/words.ts";
import type { Outbox } from "../outbox/outbox.ts";

export interface NoticesInput {
  outbox: Pick<Outbox, "put">;
  /** TELEGRAM_ALLOWED_USERS: the id of a person is that of their private chat, too. */
  users: readonly number[];
  secrets: readonly string[];
}

/** Resolves when all of them are on disk. */
export async function tellNotice(notice: Notice, { outbox, users, secrets }: NoticesInput): Promise<void> {
  const message = redactDraft(noticeDraft(notice), secrets);
  const silent = notice.outcome === "passed";
  for (const chat of users) {
    await outbox.put({ kind: "send", id: `${notice.id}:${chat}`, chat, silent, draft: message });
  }
}

/** Pure: how it reads. */
export function noticeDraft(notice: Notice): Draft {
  const { version, isNew, outcome, why } = notice;
  const what = ["Claude Code", version].join(" ").trim();
  const keeps = "I tell everything, but tear nothing down by myself.";
  if (outcome === "not-run") {
    const begin =
      isNew && version !== ""
        ? `${what} is new to me, and I could not check it`
        : `I could not check ${what}`;
    const because = why === "" ? "" : `: ${why.replace(/\.$/, "")}`;
    return draft({
      lines: [`${begin}${because}.`, `${version === "" ? "" : `${keeps} `}/certify tries it again.`],
    });
  }
  const begin = isNew ? `${what} is new to me. I checked it` : `I checked ${what}`;
  return outcome === "passed"
    ? draft({ lines: [`${begin}: ${passedWords(notice)}; I tear finished sessions down again.`] })
    : draft({ lines: [`${begin}: ${failedWords(notice)}.`, `${keeps} /certify runs it again.`] });
}

function passedWords({ scenarios }: Notice): string {
  return `all ${count(scenarios, "scenario")} as expected`;
}

function failedWords({ scenarios, failed }: Notice): string {
  const verb = failed.length === 1 ? "differs" : "differ";
  return `${failed.length} of ${count(scenarios, "scenario")} ${verb} (${failed.join(", ")})`;
}
