/** Commands of the person's own, typed at the desk (`!command`): busy without a prompt. */
import { say } from "../../../src/modelapi/index.ts";
import type { Scenario } from "../scenario.ts";
import { tornDown } from "./expectations.ts";

/** Nothing is torn down before the person has typed. */
const longGrace = { settings: { JAMA_IDLE_GRACE_SECONDS: "15" } };

export const commands: readonly Scenario[] = [
  {
    name: "own-command-after-the-end",
    theme: "desk",
    about:
      "After the end the person runs a command in Claude Code's prompt box (`!`): what was told still holds. It answers.",
    world: longGrace,
    model: [say("Added."), say("So it is.")],
    play: async (stage) => {
      await stage.told("finished");
      await stage.keys("!");
      await stage.sends("node -e 'setTimeout(() => console.log(6 * 7), 3000)'");
      await stage.screen("42");
    },
    expect: tornDown(["working", "finished", "working", "finished"], ["finished"]),
  },
];
