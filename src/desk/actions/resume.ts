/** /resume, "resume webapp", [Resume]: goes on with the conversation of a session that is over, in a new one. */
import type { SessionView } from "../../protocol/session.ts";
import type { Action, Desk } from "../action.ts";
import type { Incoming } from "../inbox/incoming.ts";
import { resume as intent } from "../interpret/intents/resume.ts";
import type { LaunchDraft } from "../launching/launchDraft.ts";
import { proceed } from "../launching/proceed.ts";
import { clip, draft } from "../message/compose.ts";
import type { Draft } from "../message/draft.ts";
import { writeOrigin } from "../message/origin.ts";
import { press, tokenOf } from "../message/press.ts";
import { stateWords } from "../message/words.ts";
import { resumeButton } from "../sessions/buttons.ts";
import { endedMeant } from "../sessions/endedMeant.ts";
import { sessionByToken } from "../sessions/sessionMeant.ts";

export const action: Action = {
  name: "resume",
  command: "Go on with a session that is over",
  intent,

  async run(request, desk) {
    const { incoming } = request;
    const { sessions, words } = endedMeant(request, await desk.warden.sessions({ ended: true }));
    const asked = draftOf(incoming, words);
    const [session] = sessions;
    if (!session) {
      const lines = ["I know no such session that is over. Name one: /resume webapp, and what to say to it."];
      return desk.say(incoming, asked.id, draft({ lines }));
    }
    if (sessions.length === 1) {
      await proceed(of(asked, session), incoming, desk);
      return;
    }
    await desk.state.update((data) => {
      data.pending[asked.id] = asked;
    });
    await desk.say(incoming, asked.id, whichOne(asked.id, sessions));
  },

  async press({ incoming, verb, argument }, desk) {
    const [token = "", id = ""] = argument.split(" ");
    const session = await sessionByToken(token, desk.warden);
    if (!session) return desk.rewrite(incoming, draft({ lines: ["I do not know this session any more."] }));
    if (verb === "this") return choose(session, id, incoming, desk);
    if (verb === "leave") return leave(session, incoming, desk);
    const outcome = await proceed(of(draftOf(incoming, ""), session), incoming, desk, { anew: true });
    if (outcome.kind === "launched") await desk.dropButtons(incoming);
  },
};

/** The guardian planned to resume it, and need not. */
async function leave({ name }: SessionView, incoming: Incoming, desk: Desk): Promise<void> {
  const id = `u${incoming.updateId}`;
  const { outcome } = await desk.warden.stop({ id, session: name });
  await desk.dropButtons(incoming);
  const line = outcome === "stopped" ? `${name} is left as it is.` : `${name} was not going to be resumed.`;
  await desk.say(incoming, id, draft({ lines: [line], buttons: [[resumeButton(name)]] }), { silent: true });
}

/** One of several was chosen, for words that may have been given before. */
async function choose(session: SessionView, id: string, incoming: Incoming, desk: Desk): Promise<void> {
  const asked = desk.state.data.pending[id];
  if (!asked) return desk.dropButtons(incoming); // settled already: what was chosen stands there
  const outcome = await proceed(of(asked, session), incoming, desk);
  if (outcome.kind === "launched")
    await desk.rewrite(incoming, draft({ lines: [`Resumed: ${session.name}.`] }));
}

function draftOf({ chat, messageId, thread, updateId }: Incoming, words: string): LaunchDraft {
  const origin = writeOrigin({ chat, messageId, ...(thread === undefined ? {} : { thread }) });
  return { id: `u${updateId}`, task: words, origin, candidates: [], whenBusy: "ask", bypassConsent: false };
}

function of(asked: LaunchDraft, { name, project }: SessionView): LaunchDraft {
  return { ...asked, project, resumes: name };
}

function whichOne(id: string, sessions: readonly SessionView[]): Draft {
  return draft({
    lines: [
      "Resume which one?",
      ...sessions.map((one) => `${one.name}: ${clip(one.task.replaceAll(/\s+/g, " "), 80)}`),
    ],
    buttons: sessions.map((one) => [
      press(clip(`${one.name.replace(/^claude-/, "")}: ${stateWords(one)}`, 60), {
        action: "resume",
        verb: "this",
        argument: `${tokenOf(one.name)} ${id}`,
      }),
    ]),
  });
}
