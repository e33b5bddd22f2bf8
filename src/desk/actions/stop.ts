/** /stop, "stop webapp", [Stop]: asks first, then ends the session and proves it gone. */
import { isEnded, type SessionView } from "../../protocol/session.ts";
import type { Action, Desk, Pressed } from "../action.ts";
import { stop as intent } from "../interpret/intents/stop.ts";
import { clip, draft } from "../message/compose.ts";
import type { Draft } from "../message/draft.ts";
import { press, tokenOf } from "../message/press.ts";
import { stateWords } from "../message/words.ts";
import { chooseSession, sessionByToken, sessionMeant } from "../sessions/sessionMeant.ts";

export const action: Action = {
  name: "stop",
  command: "End a session",
  intent,

  async run(request, desk) {
    const { incoming } = request;
    const meant = await sessionMeant(request, desk.warden);
    const id = `u${incoming.updateId}`;
    if (meant.kind === "none")
      await desk.say(incoming, id, draft({ lines: ["Nothing runs that could be stopped."] }));
    if (meant.kind === "several")
      await desk.say(incoming, id, chooseSession("Stop which one?", meant.sessions, "stop", "sure"));
    if (meant.kind === "one") {
      await desk.say(incoming, id, confirm(meant.session), { session: meant.session.name });
    }
  },

  async press(pressed, desk) {
    const { incoming, verb, argument } = pressed;
    const session = await sessionByToken(argument, desk.warden);
    if (!session) return desk.rewrite(incoming, draft({ lines: ["I do not know this session any more."] }));
    if (verb === "ask")
      return desk.say(incoming, `u${incoming.updateId}`, confirm(session), { session: session.name });
    if (verb === "sure") return desk.rewrite(incoming, confirm(session));
    if (verb === "no") return desk.rewrite(incoming, draft({ lines: [`${session.name} keeps running.`] }));
    await stop(pressed, session, desk);
  },
};

function confirm(session: SessionView): Draft {
  if (isEnded(session.state))
    return draft({ lines: [`${session.name} is over already: ${stateWords(session)}.`] });
  const argument = tokenOf(session.name);
  return draft({
    lines: [
      `Stop ${session.name}?`,
      `It is ${stateWords(session)}: ${clip(session.task.replaceAll(/\s+/g, " "), 120)}`,
    ],
    buttons: [
      [
        press("Yes, stop it", { action: "stop", verb: "yes", argument }, "danger"),
        press("No", { action: "stop", verb: "no", argument }),
      ],
    ],
  });
}

/** The proof that it is gone comes as an event of the warden; here only what did not work is said. */
async function stop({ incoming }: Pressed, session: SessionView, desk: Desk): Promise<void> {
  await desk.rewrite(incoming, draft({ lines: [`Stopping ${session.name} …`] }));
  const reply = await desk.warden.stop({ id: `u${incoming.updateId}`, session: session.name });
  const said = {
    stopped: `${session.name} is stopped.`,
    "already-over": `${session.name} is over already.`,
    "unknown-session": `I do not know ${session.name} any more.`,
    "not-gone": reply.outcome === "not-gone" ? reply.why : "",
  };
  await desk.rewrite(incoming, draft({ lines: [said[reply.outcome]] }));
}
