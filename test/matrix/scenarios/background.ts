/** Turns that are over while something of their own still runs. */
import { bash, say } from "../../../src/modelapi/index.ts";
import type { Scenario } from "../scenario.ts";

export const background: readonly Scenario[] = [
  {
    name: "background-shell",
    theme: "background",
    about: "The turn ends while a shell of its own runs; it ends later, Claude Code answers, and is done.",
    model: [
      bash("until [ -e go ]; do sleep 0.1; done; rm go", { description: "Build it", background: true }),
      say("The build runs."),
      say("The build is done."),
    ],
    play: async (stage) => {
      await stage.screen("The build runs.");
      await stage.mustLive(8_000);
      await stage.file("go");
    },
    expect: {
      passes: ["working", "background", "working", "finished", "closed"],
      final: "closed",
      life: "torn-down",
      told: ["launched", "background", "finished"],
    },
  },
];
