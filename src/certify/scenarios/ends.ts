/** Turns and sessions that are ended from outside. */
import { bash, say, think } from "../../modelapi/index.ts";
import type { Scenario } from "../scenario.ts";
import { wait } from "./wait.ts";

export const ends: readonly Scenario[] = [
  {
    name: "Esc in the middle of a tool",
    steps: [bash(`: >begun; ${wait(60)}`, { description: "Run the slow tests" }), say("Too late.")],
    play: async (desk) => {
      await desk.has("begun");
      await desk.pressUntilTold("interrupted", "Escape");
    },
    expected: { told: ["launched", "interrupted"], states: ["working", "interrupted"], stays: true },
  },
  {
    name: "/exit",
    steps: [say("Shall I go on with the second half?")],
    play: async (desk) => {
      await desk.told("finished(question)");
      await desk.type("/exit");
      await desk.press("Enter");
    },
    expected: {
      told: ["launched", "finished(question)", "exited(0)"],
      states: ["waiting", "exited"],
    },
  },
  {
    name: "kill -9",
    steps: [think(60_000), say("Too late.")],
    play: async (desk) => {
      await desk.asksModel();
      await desk.kill();
    },
    expected: { told: ["launched", "exited(137)"], states: ["exited"] },
  },
];
