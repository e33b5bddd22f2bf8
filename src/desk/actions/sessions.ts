/** /sessions: what lives now, each with its own buttons. */
import type { Action } from "../action.ts";
import { sessions as intent } from "../interpret/intents/sessions.ts";
import { bold, clip, draft } from "../message/compose.ts";
import { press, tokenOf } from "../message/press.ts";
import { duration, stateWords } from "../message/words.ts";

const shown = 10;

export const action: Action = {
  name: "sessions",
  command: "What runs now",
  intent,

  async run({ incoming }, desk) {
    const sessions = await desk.warden.sessions();
    const now = Date.now();
    const lines = sessions
      .slice(0, shown)
      .flatMap((one) => [
        bold(one.name),
        `${stateWords(one)} for ${duration(now - one.since)} · ${clip(one.task.replaceAll(/\s+/g, " "), 80)}`,
      ]);
    if (sessions.length === 0) lines.push("Nothing runs. Write a task to start something.");
    if (sessions.length > shown) lines.push(`and ${sessions.length - shown} more`);
    const buttons = sessions.slice(0, shown).map((one) => [
      press(`Status: ${one.name.replace(/^claude-/, "")}`, {
        action: "status",
        verb: "show",
        argument: tokenOf(one.name),
      }),
    ]);
    await desk.say(incoming, `u${incoming.updateId}`, draft({ lines, buttons }));
  },
};
