/** [Wrong project] on a launch: the work moves to another project, and the first session is ended, proven. */
import type { SessionView } from "../../protocol/session.ts";
import type { Action, Desk } from "../action.ts";
import type { Incoming } from "../inbox/incoming.ts";
import type { LaunchDraft } from "../launching/launchDraft.ts";
import { proceed } from "../launching/proceed.ts";
import { projectChoice } from "../launching/projectChoice.ts";
import { draft } from "../message/compose.ts";
import { press, tokenOf } from "../message/press.ts";
import { sessionByToken } from "../sessions/sessionMeant.ts";

export const action: Action = {
  name: "wrong",

  async press({ incoming, verb, argument }, desk) {
    const [token = "", slug = ""] = argument.split(" ");
    const session = await sessionByToken(token, desk.warden);
    if (!session) return desk.rewrite(incoming, draft({ lines: ["I do not know this session any more."] }));
    if (verb === "ask") return ask(session, incoming, desk);
    if (verb === "no") return desk.rewrite(incoming, draft({ lines: [`It stays in ${session.project}.`] }));
    await move(session, slug, incoming, desk);
  },
};

async function ask(session: SessionView, incoming: Incoming, desk: Desk): Promise<void> {
  const others = (await desk.warden.projects()).filter((one) => one.slug !== session.project);
  const token = tokenOf(session.name);
  const { rows, hint } = projectChoice(others, ({ slug }) => ({
    action: "wrong",
    verb: "to",
    argument: `${token} ${slug}`,
  }));
  const question = draft({
    lines: [
      others.length === 0
        ? "I know no other project: /projects."
        : `Move the work to which project? ${session.name} ends then.`,
      hint,
    ],
    buttons: [...rows, [press("Leave it", { action: "wrong", verb: "no", argument: token })]],
  });
  await desk.say(incoming, `u${incoming.updateId}`, question, { session: session.name });
}

/** First ended, then begun: two sessions must not do one task. */
async function move(session: SessionView, project: string, incoming: Incoming, desk: Desk): Promise<void> {
  const task = await desk.warden.task(session.name);
  if (task === undefined) {
    return desk.rewrite(
      incoming,
      draft({ lines: ["Its task is not kept any more: send it again, please."] }),
    );
  }
  await desk.rewrite(incoming, draft({ lines: [`Moving the work to ${project} …`] }));
  const stopped = await desk.warden.stop({ id: `u${incoming.updateId}`, session: session.name });
  if (stopped.outcome === "not-gone") {
    const lines = [stopped.why, `Nothing was moved: the work stays in ${session.project}.`];
    return desk.rewrite(incoming, draft({ lines }));
  }
  const request: LaunchDraft = {
    // Of the session and not of the tap: two taps, on whatever project, move the work once.
    id: `m${tokenOf(session.name)}`,
    task,
    origin: session.origin,
    project,
    candidates: [],
    whenBusy: "ask",
    bypassConsent: false,
  };
  const outcome = await proceed(request, incoming, desk);
  if (outcome.kind !== "launched") return;
  const begun = (await desk.warden.sessions({ ended: true })).find((one) => one.name === outcome.session);
  const line = `The work moved from ${session.project} to ${begun?.project ?? project}.`;
  await desk.rewrite(incoming, draft({ lines: [line] }));
}
