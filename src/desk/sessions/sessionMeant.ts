/** Which session a request is about: the one replied to, the one named, the only one, or a choice. */
import { isEnded, type SessionView } from "../../protocol/session.ts";
import type { WardenPort } from "../../protocol/warden.ts";
import type { Request } from "../action.ts";
import { clip, draft } from "../message/compose.ts";
import type { Draft } from "../message/draft.ts";
import { press, tokenOf } from "../message/press.ts";
import { stateWords } from "../message/words.ts";

export type Meant =
  | { kind: "one"; session: SessionView }
  | { kind: "several"; sessions: SessionView[] }
  | { kind: "none" };

export async function sessionMeant(
  { words, repliedTo, interpretation }: Pick<Request, "words" | "repliedTo" | "interpretation">,
  warden: Pick<WardenPort, "sessions">,
): Promise<Meant> {
  const all = await warden.sessions({ ended: true });
  const live = all.filter((one) => !isEnded(one.state));
  const named = interpretation?.session ?? repliedTo;
  const exact = all.find((one) => one.name === named);
  if (exact) return { kind: "one", session: exact };
  const project = interpretation?.project.kind === "sure" ? interpretation.project.slug : "";
  const said = interpretation ? project : words.trim().toLowerCase();
  const fitting =
    said === "" ? live : live.filter((one) => one.project === said || one.name.toLowerCase().includes(said));
  const [first] = fitting;
  if (!first) return said !== "" && live.length > 0 ? { kind: "several", sessions: live } : { kind: "none" };
  return fitting.length === 1 ? { kind: "one", session: first } : { kind: "several", sessions: fitting };
}

export async function sessionByToken(
  token: string,
  warden: Pick<WardenPort, "sessions">,
): Promise<SessionView | undefined> {
  return (await warden.sessions({ ended: true })).find((one) => tokenOf(one.name) === token);
}

/** A message with a button per session. */
export function chooseSession(
  question: string,
  sessions: readonly SessionView[],
  action: string,
  verb: string,
): Draft {
  return draft({
    lines: [question],
    buttons: sessions.map((one) => [
      press(clip(`${one.name.replace(/^claude-/, "")}: ${stateWords(one)}`, 60), {
        action,
        verb,
        argument: tokenOf(one.name),
      }),
    ]),
  });
}
