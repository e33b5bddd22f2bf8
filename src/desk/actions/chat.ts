/** "Thanks", "hi": nothing to do, answered in a word so that nobody wonders whether it was heard. */
import type { Action } from "../action.ts";
import { chat as intent } from "../interpret/intents/chat.ts";
import { draft } from "../message/compose.ts";

export const action: Action = {
  name: "chat",
  intent,

  async run({ incoming }, desk) {
    await desk.say(
      incoming,
      `u${incoming.updateId}`,
      draft({ lines: ["I am here. Write a task to start something; /help shows the rest."] }),
      { silent: true },
    );
  },
};
