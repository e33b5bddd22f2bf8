/** Somebody at the desk stops the work. */
import { bash, say } from "../../../src/modelapi/index.ts";
import type { Scenario } from "../scenario.ts";

export const interrupts: readonly Scenario[] = [
  {
    name: "esc-mid-tool",
    theme: "interrupts",
    about: "Esc while a command runs: no hook tells of it.",
    model: [bash("node -e 'setTimeout(() => {}, 60000)'"), say("Never said.")],
    play: async (stage) => {
      await stage.screen("Running");
      stage.mark("esc");
      await stage.keys("Escape");
    },
    expect: {
      passes: ["working", "interrupted"],
      final: "interrupted",
      life: "stays",
      told: ["launched", { kind: "interrupted", since: "esc" }],
    },
  },
];
