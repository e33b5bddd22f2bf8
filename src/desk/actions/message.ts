/** Words meant for a running session. Passing them on is not built yet: they are shown the way to its terminal. */
import type { Action } from "../action.ts";
import { message as intent } from "../interpret/intents/message.ts";
import { code, draft } from "../message/compose.ts";
import { sessionMeant } from "../sessions/sessionMeant.ts";

export const action: Action = {
  name: "message",
  intent,

  async run(request, desk) {
    const { incoming } = request;
    const meant = await sessionMeant(request, desk.warden);
    const attach = meant.kind === "one" ? (await desk.warden.status(meant.session.name))?.attach : undefined;
    const lines = attach
      ? ["I cannot pass words on to a session yet. Answer at the desk:", code(attach)]
      : [
          "I took this for words to a session, and cannot pass them on yet. Write a task and its project to start something new.",
        ];
    const options = meant.kind === "one" ? { session: meant.session.name } : {};
    await desk.say(incoming, `u${incoming.updateId}`, draft({ lines }), options);
  },
};
