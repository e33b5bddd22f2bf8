/** Turns that are over, and nothing else is the matter. */
import { bash, say } from "../../../src/modelapi/index.ts";
import type { Scenario } from "../scenario.ts";

export const turns: readonly Scenario[] = [
  {
    name: "plain-turn",
    theme: "turns",
    about: "One command, one answer, nothing else: told as complete, torn down after the grace period.",
    model: [bash("echo 1 > one.js"), say("Added.")],
    expect: {
      passes: ["working", "finished", "closed"],
      final: "closed",
      life: "torn-down",
      told: ["launched", "finished"],
    },
  },
];
