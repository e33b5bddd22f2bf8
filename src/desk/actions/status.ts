/** /status, "how is it going?", [Status]: where one session stands, and what its terminal shows. */
import type { SessionStatus } from "../../protocol/commands.ts";
import { isEnded } from "../../protocol/session.ts";
import type { Action } from "../action.ts";
import { status as intent } from "../interpret/intents/status.ts";
import { bold, clip, code, draft } from "../message/compose.ts";
import type { Draft } from "../message/draft.ts";
import { press, tokenOf } from "../message/press.ts";
import { duration, narrowScreen, stateWords } from "../message/words.ts";
import { chooseSession, sessionByToken, sessionMeant } from "../sessions/sessionMeant.ts";
import { action as list } from "./sessions.ts";

export const action: Action = {
  name: "status",
  command: "How a session is doing",
  intent,

  async run(request, desk) {
    const { incoming } = request;
    const meant = await sessionMeant(request, desk.warden);
    if (meant.kind === "none") {
      await list.run?.(request, desk);
      return;
    }
    if (meant.kind === "several") {
      await desk.say(
        incoming,
        `u${incoming.updateId}`,
        chooseSession("Which one?", meant.sessions, "status", "show"),
      );
      return;
    }
    const status = await desk.warden.status(meant.session.name);
    if (status)
      await desk.say(incoming, `u${incoming.updateId}`, card(status, Date.now()), {
        session: status.view.name,
      });
  },

  async press({ incoming, argument }, desk) {
    const session = await sessionByToken(argument, desk.warden);
    const status = session && (await desk.warden.status(session.name));
    const message = status
      ? card(status, Date.now())
      : draft({ lines: ["I do not know this session any more."] });
    await desk.say(incoming, `u${incoming.updateId}`, message, status ? { session: status.view.name } : {});
  },
};

/** Pure: how a status looks. */
export function card({ view, attach, lastLines }: SessionStatus, now: number): Draft {
  const over = isEnded(view.state);
  const argument = tokenOf(view.name);
  return draft({
    lines: [
      bold(view.name),
      `${stateWords(view)} for ${duration(now - view.since)}`,
      `Task: ${clip(view.task.replaceAll(/\s+/g, " "), 200)}`,
      view.attached ? "Somebody is attached to it now." : "",
      over || attach === "" ? "" : code(attach),
    ],
    long: { text: narrowScreen(lastLines.join("\n")), fileName: "screen.txt" },
    buttons: over
      ? []
      : [
          [
            press("Status", { action: "status", verb: "show", argument }),
            press("Stop", { action: "stop", verb: "ask", argument }),
          ],
        ],
  });
}
