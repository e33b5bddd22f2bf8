/** Whatever waits for a person, answered at the desk. */
import { ask, bash, plan, say } from "../../modelapi/index.ts";
import type { Scenario } from "../scenario.ts";

const question = {
  question: "Which pagination style?",
  header: "Style",
  options: [
    { label: "Cursor", description: "By position" },
    { label: "Offset", description: "By number" },
  ],
};

/** An option that agrees, whatever else it says and wherever it stands. */
const yes = /^[\s│❯]*(?:\d\. )?Yes\b/;
const answeredAtTheDesk = (ask: string) => ["launched", `asked(${ask})`, "answered", "finished", "closed"];
const states = ["waiting", "finished", "closed"];

export const asks: readonly Scenario[] = [
  {
    name: "question",
    steps: [ask([question]), say("Cursor it is.")],
    play: async (desk) => {
      await desk.told("asked(question)");
      await desk.choose(/\d\. Cursor$/);
    },
    expected: { told: answeredAtTheDesk("question"), states },
  },
  {
    name: "permission",
    mode: "default",
    steps: [bash("rm -rf build", { description: "Remove the build folder" }), say("It is removed.")],
    play: async (desk) => {
      await desk.told("asked(permission)");
      await desk.choose(yes);
    },
    expected: { told: answeredAtTheDesk("permission"), states },
  },
  {
    name: "plan",
    mode: "plan",
    steps: [plan("# Plan\n\n1. Measure\n2. Cut"), say("It is done as planned.")],
    play: async (desk) => {
      await desk.told("asked(plan)");
      await desk.choose(/\d\. Yes, manually/);
    },
    expected: { told: answeredAtTheDesk("plan"), states },
  },
  {
    name: "trust dialog",
    trusted: false,
    steps: [say("The work is done.")],
    play: async (desk) => {
      await desk.told("asked(dialog)");
      await desk.choose(yes);
    },
    expected: { told: answeredAtTheDesk("dialog"), states },
  },
];
