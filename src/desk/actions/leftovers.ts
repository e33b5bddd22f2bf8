/** [End them]: what an ended session left running on purpose is ended on a person's order only. */
import type { Action } from "../action.ts";
import { draft } from "../message/compose.ts";
import { count } from "../message/words.ts";
import { resumeButton } from "../sessions/buttons.ts";
import { sessionByToken } from "../sessions/sessionMeant.ts";

export const action: Action = {
  name: "leftovers",

  async press({ incoming, argument }, desk) {
    const session = await sessionByToken(argument, desk.warden);
    if (!session) return desk.rewrite(incoming, draft({ lines: ["I do not know this session any more."] }));
    const left = await desk.warden.endLeftovers(session.name);
    const said =
      left.length === 0
        ? "Ended: nothing of it runs any more."
        : `${count(left.length, "process")} would not end: ${left.map((one) => one.pid).join(", ")}`;
    const goesOn = session.state === "exited" || session.state === "lost";
    const buttons = goesOn ? [[resumeButton(session.name)]] : [];
    await desk.rewrite(incoming, draft({ lines: [`${session.name}: ${said}`], buttons }));
  },
};
