/** /start: what a person sees first. */
import type { Action } from "../action.ts";
import { bold, code, draft } from "../message/compose.ts";
import { count } from "../message/words.ts";

export const action: Action = {
  name: "start",

  async run({ incoming, projects }, desk) {
    const example = projects[0]?.name ?? "the web app";
    const lines = [
      bold("I run Claude Code for you."),
      "Write what you want done and where, in one message:",
      code(`have Claude Code add pagination to the API in ${example}`),
      "I start it in tmux on your machine, watch it, and tell you when it is done, stuck or needs you.",
      projects.length === 0
        ? "I know no project yet: put a git repository under JAMA_PROJECTS_DIR."
        : `I know ${count(projects.length, "project")}: /projects. More: /help`,
    ];
    await desk.say(incoming, `u${incoming.updateId}`, draft({ lines }));
  },
};
