/** /why, "why is it stuck?", [Why]: what a session's state rests on, channel by channel, for somebody who doubts it. */
import type { Explanation } from "../../protocol/explanation.ts";
import { isEnded, type SessionView } from "../../protocol/session.ts";
import type { Action, Desk, Request } from "../action.ts";
import type { Incoming } from "../inbox/incoming.ts";
import { why as intent } from "../interpret/intents/why.ts";
import { bold, draft, type Rich } from "../message/compose.ts";
import type { Draft } from "../message/draft.ts";
import { press, tokenOf } from "../message/press.ts";
import { duration, stateWords } from "../message/words.ts";
import { chooseSession, type Meant, sessionByToken, sessionMeant } from "../sessions/sessionMeant.ts";

export const action: Action = {
  name: "why",
  command: "Why I say that of a session",
  intent,

  async run(request, desk) {
    const { incoming } = request;
    const meant = await sessionMeant(request, desk.warden);
    const session = meant.kind === "one" ? meant.session : await lastOver(request, meant, desk);
    if (session) return explain(incoming, session, desk);
    const message =
      meant.kind === "several"
        ? chooseSession("Why what? Which session?", meant.sessions, "why", "show")
        : draft({ lines: ["Nothing like that runs, or did: /sessions"] });
    await desk.say(incoming, `u${incoming.updateId}`, message);
  },

  async press({ incoming, argument }, desk) {
    await explain(incoming, await sessionByToken(argument, desk.warden), desk);
  },
};

/** The newest that is over, of what was named; where nothing runs, nothing need be named. */
async function lastOver(
  { words, interpretation }: Request,
  meant: Meant,
  { warden }: Desk,
): Promise<SessionView | undefined> {
  const project = interpretation?.project.kind === "sure" ? interpretation.project.slug : "";
  const said = interpretation ? project : words.trim().toLowerCase();
  const fits = (one: SessionView) => one.project === said || one.name.toLowerCase().includes(said);
  if (meant.kind === "several" && meant.sessions.some(fits)) return undefined;
  return (await warden.sessions({ ended: true })).filter((one) => isEnded(one.state)).find(fits);
}

async function explain(incoming: Incoming, session: SessionView | undefined, desk: Desk): Promise<void> {
  const said = session && (await desk.warden.explain(session.name));
  const unknown = session
    ? `What I saw of ${session.name} is not kept any more.`
    : "I do not know this session any more.";
  const message = said ? card(said) : draft({ lines: [unknown] });
  await desk.say(incoming, `u${incoming.updateId}`, message, session ? { session: session.name } : {});
}

/** Pure: how an explanation looks. Ages count from the moment that is explained. */
export function card({ view, at, rule, says, channels, against, before }: Explanation): Draft {
  const over = isEnded(view.state);
  const age = (then: number) => `${duration(at - then)} ${over ? "before" : "ago"}`;
  const lines: Rich[] = [
    bold(view.name),
    over ? stateWords(view) : `${stateWords(view)} for ${duration(at - view.since)}`,
    says === "" ? `By the rule ${rule}.` : `${says} (${rule})`,
    bold("What I heard last"),
    ...channels.map((one) => `• ${one.name}: ${one.says}${one.at === null ? "" : `, ${age(one.at)}`}`),
    ...againstLines(view, against),
    before.length === 0 ? "" : bold("Before that"),
    ...before.map((one) => `• ${stateWords(one)}, ${age(one.at)}`),
  ];
  const argument = tokenOf(view.name);
  const status = press("Status", { action: "status", verb: "show", argument });
  const stop = press("Stop", { action: "stop", verb: "ask", argument });
  return draft({ lines, buttons: over ? [] : [[status, stop]] });
}

function againstLines({ state, detail }: SessionView, against: readonly string[]): Rich[] {
  if (against.length > 0) {
    return [bold("It is not cleared up, because"), ...against.map((one) => `• ${one}`)];
  }
  const isFinished = state === "finished" || detail === "reply";
  return isFinished ? ["Nothing speaks against clearing it up: that comes now."] : [];
}
