/** /help: everything that can be asked, made from the actions themselves. */
import type { Action } from "../action.ts";
import { help as intent } from "../interpret/intents/help.ts";
import { bold, draft } from "../message/compose.ts";

export const action: Action = {
  name: "help",
  command: "What I can do",
  intent,

  async run({ incoming }, desk) {
    const commands = desk.actions.flatMap(({ name, command }) => (command ? [`/${name}  ${command}`] : []));
    const lines = [
      bold("Write a task, and where: “webapp: fix the login”."),
      "It goes to Claude Code word for word. “with opus” or “plan first” are understood, and so are “stop webapp” and “how is it going?”.",
      ...commands,
      "Drop in at any time with the tmux command of a session; answer its questions there.",
      "A task that begins with / and is none of mine goes to Claude Code as it is.",
    ];
    await desk.say(incoming, `u${incoming.updateId}`, draft({ lines }));
  },
};
