/** New work for Claude Code, in plain words; and every tap on the way to the launch. */
import type { Action, Desk, Pressed, Request } from "../action.ts";
import { launch as intent } from "../interpret/intents/launch.ts";
import type { LaunchDraft } from "../launching/launchDraft.ts";
import { forget, proceed } from "../launching/proceed.ts";
import { askProject, cancelled } from "../launching/questions.ts";
import { draft } from "../message/compose.ts";
import { writeOrigin } from "../message/origin.ts";
import { remarkOn } from "../message/remark.ts";

export const action: Action = {
  name: "launch",
  intent,

  async run({ incoming, words, interpretation, projects }: Request, desk) {
    const project = interpretation?.project ?? { kind: "none" };
    const remark = remarkOn(interpretation);
    const { chat, messageId, thread } = incoming;
    const only = project.kind === "none" && projects.length === 1 ? projects[0]?.slug : undefined;
    const found = project.kind === "sure" ? project.slug : only;
    // Not sure that work is meant at all: the question about the project is the confirmation.
    const doubtful = interpretation?.sure === false;
    const slug = doubtful ? undefined : found;
    const request: LaunchDraft = {
      id: `u${incoming.updateId}`,
      task: interpretation?.task ?? words,
      origin: writeOrigin({
        chat,
        messageId,
        ...(thread === undefined ? {} : { thread }),
        ...(remark ? { remark } : {}),
      }),
      ...(slug === undefined ? {} : { project: slug }),
      candidates: project.kind === "unsure" ? [...project.candidates] : doubtful && found ? [found] : [],
      whenBusy: "ask",
      bypassConsent: false,
      ...interpretation?.wishes,
    };
    if (saysNothing(request.task)) {
      const lines = [
        "What should Claude Code do? Write it in one message, such as: add pagination to the API in webapp",
      ];
      await desk.say(incoming, `${request.id}:empty`, draft({ lines }));
      return;
    }
    await proceed(request, incoming, desk);
  },

  async press(pressed, desk) {
    const [id = "", choice = ""] = pressed.argument.split(" ");
    const request = desk.state.data.pending[id];
    if (!request) {
      await desk.dropButtons(pressed.incoming); // settled already: what was chosen stands there
      return;
    }
    await step(request, pressed, choice, desk);
  },
};

/** Without a letter or a digit there is no task: "/", "?", blanks of any kind. */
function saysNothing(task: string): boolean {
  return !/[\p{L}\p{N}]/u.test(task);
}

async function step(
  request: LaunchDraft,
  { verb, incoming }: Pressed,
  choice: string,
  desk: Desk,
): Promise<void> {
  if (verb === "cancel") {
    await forget(request.id, desk);
    await desk.rewrite(incoming, cancelled(request.task));
    return;
  }
  if (verb === "other") {
    await desk.rewrite(incoming, askProject({ ...request, candidates: [] }, await desk.warden.projects()));
    return;
  }
  const answered = answer(request, verb, choice);
  if (verb === "mode" || verb === "consent") await remember(answered, verb, desk);
  const outcome = await proceed(answered, incoming, desk);
  if (outcome.kind !== "launched") return;
  // Of two quick taps the first one counts: what is said is what the session is.
  const sessions = await desk.warden.sessions({ ended: true });
  const project = sessions.find((one) => one.name === outcome.session)?.project ?? choice;
  const line = settled(outcome.queued ? "after" : verb, verb === "project" ? project : choice);
  await desk.rewrite(incoming, draft({ lines: [line] }));
}

function answer(request: LaunchDraft, verb: string, choice: string): LaunchDraft {
  switch (verb) {
    case "project":
      return { ...request, project: choice };
    case "mode":
      return { ...request, permissionMode: choice, bypassConsent: choice === "bypassPermissions" };
    case "consent":
      return { ...request, bypassConsent: true };
    case "beside":
    case "after":
      return { ...request, whenBusy: verb };
    default:
      return request;
  }
}

/** A mode chosen once holds for every later launch, and so does the one consent to bypass. */
async function remember(
  { permissionMode, bypassConsent }: LaunchDraft,
  verb: string,
  desk: Desk,
): Promise<void> {
  await desk.state.update((data) => {
    if (verb === "mode") data.permissionMode = permissionMode ?? null;
    data.bypassConsent ||= bypassConsent;
  });
}

/** What stands where the buttons were. */
function settled(verb: string, choice: string): string {
  const said: Record<string, string> = {
    project: `Project: ${choice}.`,
    mode: `Permission mode: ${choice}.`,
    consent: "It will not ask for permission.",
    beside: "Started beside it.",
    after: "Queued: it starts when its turn comes.",
  };
  return said[verb] ?? "Done.";
}
