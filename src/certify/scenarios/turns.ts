/** Turns that come to an end, or only seem to. */
import { bash, fail, say, think, tool } from "../../modelapi/index.ts";
import type { Scenario } from "../scenario.ts";
import { wait } from "./wait.ts";

/** Blocks the first Stop and lets the second through, as a project's own test gate would. */
const stopGate = {
  hooks: {
    Stop: [
      {
        hooks: [
          {
            type: "command",
            command: `[ -e gate ] || { : >gate; echo '{"decision":"block","reason":"Run the tests first."}'; }`,
          },
        ],
      },
    ],
  },
};

/** New Year's night: it does not come while the scenario runs. */
const farAway = "7 3 1 1 *";

export const turns: readonly Scenario[] = [
  {
    name: "plain finish",
    steps: [bash("echo working"), say("The work is done.")],
    expected: { told: ["launched", "finished", "closed"], states: ["working", "finished", "closed"] },
  },
  {
    name: "background shell",
    steps: [bash(wait(4), { background: true }), say("It builds."), say("It is built.")],
    expected: {
      told: ["launched", "background", "finished", "closed"],
      states: ["background", "finished", "closed"],
    },
  },
  {
    name: "wake-up",
    steps: [
      tool("ToolSearch", { query: "select:CronCreate" }),
      tool("CronCreate", { cron: farAway, prompt: "Look at the build", recurring: true }),
      say("I look again at the time that is set."),
    ],
    expected: { told: ["launched", "sleeping"], states: ["sleeping"], stays: true },
  },
  {
    name: "blocking Stop hook",
    files: { ".claude/settings.json": JSON.stringify(stopGate) },
    steps: [say("Done, I think."), bash("echo tested"), say("Done, and tested.")],
    expected: { told: ["launched", "finished", "closed"], states: ["working", "finished", "closed"] },
  },
  {
    name: "text in the box",
    steps: [think(3_000), say("The work is done.")],
    play: async (desk) => {
      await desk.asksModel();
      await desk.type("one more thing");
    },
    expected: { told: ["launched", "finished", "kept"], states: ["working", "finished"], stays: true },
  },
  {
    name: "API error 400",
    steps: [fail(400, "invalid_request_error", "a scripted refusal")],
    expected: { told: ["launched", "failed"], states: ["failed"], stays: true },
  },
  {
    name: "API overloaded, then well",
    steps: [fail(529, "overloaded_error", "Overloaded", { times: 2 }), say("The work is done.")],
    expected: {
      told: ["launched", "finished", "closed"],
      states: ["working", "finished", "closed"],
      passing: ["retrying"],
    },
  },
];
