/**
 * Brings a launch as far as it can get: to a session, or to the next question the person must answer. Called
 * with a new request and again after each tap; the draft lies in the desk's state in between.
 */
import type { ResumeReply } from "../../protocol/commands.ts";
import type { Desk } from "../action.ts";
import type { Incoming } from "../inbox/incoming.ts";
import type { Draft } from "../message/draft.ts";
import type { LaunchDraft } from "./launchDraft.ts";
import { askBusy, askConsent, askMode, askProject, refused, stillRuns } from "./questions.ts";

/** What became of it. Once launched, the warden's events say the rest. */
export type Proceeded =
  | { kind: "launched"; session: string; queued: boolean }
  | { kind: "asked" }
  | { kind: "refused" };

/**
 * `anew`: what is to be said is a message of its own, also after a tap, because what stands on the tapped one is
 * still needed.
 */
export async function proceed(
  request: LaunchDraft,
  incoming: Incoming,
  desk: Desk,
  { anew = false } = {},
): Promise<Proceeded> {
  const { project } = request;
  if (project === undefined) {
    const projects = await desk.warden.projects();
    if (projects.length === 0) return say(noProjects, { kind: "refused" });
    return ask(askProject(request, projects));
  }
  const resume = (session: string): Promise<ResumeReply> =>
    desk.warden.resume({
      id: request.id,
      session,
      origin: request.origin,
      whenBusy: request.whenBusy,
      ...(request.task === "" ? {} : { text: request.task }),
    });
  const launch = (permissionMode: string | undefined): Promise<ResumeReply> =>
    desk.warden.launch({
      id: request.id,
      project,
      task: request.task,
      origin: request.origin,
      whenBusy: request.whenBusy,
      bypassConsent: request.bypassConsent || desk.state.data.bypassConsent,
      ...(permissionMode === undefined ? {} : { permissionMode }),
      ...(request.model === undefined ? {} : { model: request.model }),
    });
  const { resumes } = request;
  const first = resumes === undefined ? await launch(request.permissionMode) : await resume(resumes);
  // Chosen once, for projects that settle nothing themselves: a project's own mode is never overruled by it.
  const chosen = desk.state.data.permissionMode;
  const reply = first.outcome === "needs-mode" && chosen !== null ? await launch(chosen) : first;
  switch (reply.outcome) {
    case "accepted":
      await forget(request.id, desk);
      return { kind: "launched", session: reply.session, queued: reply.queued };
    case "busy":
      return ask(askBusy(request, reply.sessions));
    case "needs-mode":
      return ask(askMode(request));
    case "needs-consent":
      return ask(askConsent(request));
    case "still-runs":
      await forget(request.id, desk);
      return say(stillRuns(resumes ?? "", reply.leftovers), { kind: "refused" });
    case "refused":
      await forget(request.id, desk);
      return say(refused(reply.why), { kind: "refused" });
  }

  async function ask(question: Draft): Promise<Proceeded> {
    await desk.state.update((data) => {
      data.pending[request.id] = request;
    });
    return say(question, { kind: "asked" });
  }

  async function say(message: Draft, outcome: Proceeded): Promise<Proceeded> {
    if (incoming.kind === "button" && !anew) await desk.rewrite(incoming, message);
    else await desk.say(incoming, `${request.id}:${outcome.kind}`, message);
    return outcome;
  }
}

export async function forget(id: string, desk: Desk): Promise<void> {
  await desk.state.update((data) => {
    delete data.pending[id];
  });
}

const noProjects = refused(
  "I know no project yet. A project is a git repository directly under JAMA_PROJECTS_DIR (~/Projects unless set), or one named in config.json.",
);
