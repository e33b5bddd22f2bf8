/** /interrupt, [Interrupt], [Wait]: Escape for a session that is on a wrong way, or moves no more. */
import type { SessionView } from "../../protocol/session.ts";
import type { Action, Desk } from "../action.ts";
import type { Incoming } from "../inbox/incoming.ts";
import { draft } from "../message/compose.ts";
import { chooseSession, sessionByToken, sessionMeant } from "../sessions/sessionMeant.ts";

export const action: Action = {
  name: "interrupt",
  command: "Press Esc in a session: it stops what it does, and waits",

  async run(request, desk) {
    const { incoming } = request;
    const meant = await sessionMeant(request, desk.warden);
    const id = `u${incoming.updateId}`;
    if (meant.kind === "none")
      await desk.say(incoming, id, draft({ lines: ["Nothing runs that could be interrupted."] }));
    if (meant.kind === "several")
      await desk.say(incoming, id, chooseSession("Interrupt which one?", meant.sessions, "interrupt", "now"));
    if (meant.kind === "one") await interrupt(meant.session, incoming, desk);
  },

  async press({ incoming, verb, argument }, desk) {
    const session = await sessionByToken(argument, desk.warden);
    await desk.dropButtons(incoming);
    const say = (line: string) =>
      desk.say(incoming, `u${incoming.updateId}`, draft({ lines: [line] }), { silent: true });
    if (!session) return say("I do not know this session any more.");
    if (verb === "wait") return say(`I leave ${session.name} alone.`);
    await interrupt(session, incoming, desk);
  },
};

/** That it is interrupted comes as an event of the warden; here only what did not work is said. */
async function interrupt({ name }: SessionView, incoming: Incoming, desk: Desk): Promise<void> {
  const id = `u${incoming.updateId}`;
  const reply = await desk.warden.interrupt({ id, session: name });
  const line =
    reply.outcome === "pressed" ? `Esc was pressed in ${name}.` : `Not interrupted: ${name}, ${reply.why}.`;
  await desk.say(incoming, id, draft({ lines: [line] }), { session: name, silent: true });
}
