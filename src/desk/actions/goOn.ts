/** [Go on], [Resume then]: a session whose turn the API refused goes on, now or when the limit is lifted. */
import type { Action } from "../action.ts";
import { draft } from "../message/compose.ts";
import { clock } from "../message/words.ts";
import { sessionByToken } from "../sessions/sessionMeant.ts";

export const action: Action = {
  name: "go-on",

  async press({ incoming, verb, argument }, desk) {
    const session = await sessionByToken(argument, desk.warden);
    const id = `u${incoming.updateId}`;
    const say = (line: string) =>
      desk.say(incoming, id, draft({ lines: [line] }), {
        silent: true,
        ...(session ? { session: session.name } : {}),
      });
    if (!session) return say("I do not know this session any more.");
    const when = verb === "then" ? "reset" : "now";
    const reply = await desk.warden.goOn({ id, session: session.name, when });
    if (reply.outcome === "refused") return say(`${session.name} was not told to go on: ${reply.why}.`);
    await desk.dropButtons(incoming);
    if (reply.outcome === "done") return say(`${session.name} goes on.`);
    await say(`I let ${session.name} go on ${clock(reply.at, Date.now())}.`);
  },
};
