/** [Attach]: the command that opens the session's terminal, with a button that copies it. */
import type { Action } from "../action.ts";
import { code, draft } from "../message/compose.ts";
import { sessionByToken } from "../sessions/sessionMeant.ts";

export const action: Action = {
  name: "attach",

  async press({ incoming, argument }, desk) {
    const session = await sessionByToken(argument, desk.warden);
    const attach = session && (await desk.warden.status(session.name))?.attach;
    const message = attach
      ? draft({
          lines: [code(attach), "Detach with Ctrl+B D."],
          buttons: [[{ kind: "copy", label: "Copy", text: attach }]],
        })
      : draft({ lines: ["This session is over: there is no terminal to attach to."] });
    await desk.say(incoming, `u${incoming.updateId}`, message, session ? { session: session.name } : {});
  },
};
