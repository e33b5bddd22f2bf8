/** /certify: has the installed Claude Code tried out again, for instance after it was updated. A notice tells the outcome. */
import type { Action } from "../action.ts";
import { draft } from "../message/compose.ts";

export const action: Action = {
  name: "certify",
  command: "Check the installed Claude Code",

  async run({ incoming }, desk) {
    const reply = desk.warden.check();
    const said = {
      started:
        "I try the installed Claude Code out, with a scripted model. In a minute or two I tell you how it went.",
      running: "I am at it already. I tell you how it went.",
      unavailable: reply.outcome === "unavailable" ? reply.why : "",
    };
    await desk.say(incoming, `u${incoming.updateId}`, draft({ lines: [said[reply.outcome]] }));
  },
};
