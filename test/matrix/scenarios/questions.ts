/** Everything that waits for a person while Claude Code works. */
import { ask, bash, plan, say, together, tool, write } from "../../../src/modelapi/index.ts";
import type { Kind } from "../look/kinds.ts";
import type { Scenario, Told } from "../scenario.ts";
import { staysIn, tornDown } from "./expectations.ts";

const style = {
  question: "Which pagination style?",
  header: "Style",
  options: [
    { label: "Cursor", description: "stable" },
    { label: "Offset", description: "simple" },
  ],
};
const tests = {
  question: "Which tests?",
  header: "Tests",
  options: [
    { label: "Unit", description: "fast" },
    { label: "All", description: "slow" },
  ],
  multiSelect: true,
};
const manual = { settings: { CLAUDE_PERMISSION_MODE: "manual" } };
/** Longer than the grace period: nothing may happen to a session that waits. */
const aWhile = 6_000;
const answered = (kind: Kind, says?: string) =>
  tornDown(["working", `waiting(${kind})`, "working", "finished"], [said(kind, says)]);

function said(kind: Kind, says?: string): Told {
  return says === undefined ? { kind } : { kind, says };
}

export const questions: readonly Scenario[] = [
  {
    name: "question-answered",
    theme: "questions",
    about: "A question with options, answered at the desk.",
    model: [ask([style]), say("Cursor it is.")],
    play: async (stage) => {
      await stage.told("question").catch(() => undefined);
      await stage.mustLive(aWhile);
      await stage.answers("1. Cursor", "1");
    },
    expect: answered("question", "Which pagination style?"),
  },
  {
    name: "question-left",
    theme: "questions",
    about: "A question that nobody answers: the log is silent, the prompt's sign is on the screen.",
    model: [ask([style]), say("Never said.")],
    expect: staysIn(["working", "waiting(question)"], [said("question", "Which pagination style?")]),
  },
  {
    name: "questions-at-once",
    theme: "questions",
    about: "Two questions in one dialog, one with several choices, answered at the desk.",
    model: [ask([style, tests]), say("As you like.")],
    play: async (stage) => {
      await stage.answers("1. Cursor", "1");
      await stage.screen(/\d\. .*Unit/);
      await stage.keys("1", "Tab");
      await stage.screen("Submit answers");
      await stage.keys("1");
      await stage.screen("As you like.");
    },
    expect: answered("question", "Which tests?"),
  },
  {
    name: "question-in-own-words",
    theme: "questions",
    about: "A question answered at the desk with words of the person's own.",
    model: [ask([style]), say("Keyset it is.")],
    play: async (stage) => {
      await stage.screen("Type something");
      await stage.keys("3");
      await stage.types("keyset please");
      await stage.keys("Enter");
      await stage.screen("Keyset it is.");
    },
    expect: answered("question"),
  },
  {
    name: "question-dismissed",
    theme: "questions",
    about: "A question dismissed with Esc at the desk: the turn is interrupted, and no hook tells.",
    model: [ask([style]), say("Never said.")],
    play: async (stage) => {
      await stage.screen("1. Cursor");
      await stage.mustLive(2_000);
      stage.mark("pressed");
      await stage.answers("1. Cursor", "Escape");
    },
    expect: staysIn(
      ["working", "waiting(question)", "interrupted"],
      ["question", { kind: "interrupted", since: "pressed" }],
    ),
  },
  {
    name: "permission-allowed",
    theme: "questions",
    about: "A command that needs permission, allowed at the desk.",
    world: manual,
    model: [bash("node -e 1", { description: "Clean" }), say("Clean.")],
    play: async (stage) => {
      await stage.screen("Do you want to");
      await stage.mustLive(aWhile);
      await stage.answers("Do you want to", "1");
    },
    expect: answered("permission", "node -e 1"),
  },
  {
    name: "permission-denied",
    theme: "questions",
    about: "A command that needs permission, denied at the desk: that interrupts the turn.",
    world: manual,
    model: [bash("node -e 1", { description: "Clean" }), say("Never said.")],
    play: async (stage) => {
      await stage.screen("Do you want to");
      await stage.mustLive(2_000);
      stage.mark("pressed");
      await stage.picks("No");
    },
    expect: staysIn(
      ["working", "waiting(permission)", "interrupted"],
      ["permission", { kind: "interrupted", since: "pressed" }],
    ),
  },
  {
    name: "permission-dismissed",
    theme: "questions",
    about: "A command that needs permission, dismissed with Esc at the desk.",
    world: manual,
    model: [bash("node -e 1", { description: "Clean" }), say("Never said.")],
    play: async (stage) => {
      await stage.screen("Do you want to");
      await stage.mustLive(2_000);
      stage.mark("pressed");
      await stage.answers("Do you want to", "Escape");
    },
    expect: staysIn(
      ["working", "waiting(permission)", "interrupted"],
      ["permission", { kind: "interrupted", since: "pressed" }],
    ),
  },
  {
    name: "permission-for-a-file",
    theme: "questions",
    about: "A file that may not be written without a word, allowed at the desk.",
    world: manual,
    model: ({ project }) => [write(`${project.path}/new.ts`, "export {};\n"), say("Written.")],
    play: async (stage) => {
      await stage.answers("new.ts?", "1");
    },
    expect: answered("permission", "new.ts"),
  },
  {
    name: "permissions-one-after-the-other",
    theme: "questions",
    about: "Two commands at once that need permission: asked, and told, one after the other.",
    world: manual,
    model: [
      together(bash("node -e 1", { description: "First" }), bash("node -e 2", { description: "Second" })),
      say("Both done."),
    ],
    play: async (stage) => {
      await stage.screen("node -e 1");
      await stage.answers(/node -e 1[\s\S]*Do you want to/, "1");
      await stage.answers(/node -e 2[\s\S]*Do you want to/, "1");
      await stage.screen("Both done.");
    },
    expect: tornDown(
      ["working", "waiting(permission)", "finished"],
      [said("permission", "node -e 1"), said("permission", "node -e 2")],
    ),
  },
  {
    name: "permission-of-an-agent",
    theme: "questions",
    about: "A sub-agent needs permission for a command; allowed at the desk.",
    world: manual,
    prepare: async ({ api }) => {
      api.script("look for the code", [bash("node -e 1", { description: "Look" }), say("In list.js.")]);
    },
    model: [
      tool("Agent", { description: "Look", prompt: "look for the code", subagent_type: "general-purpose" }),
      say("It looks."),
      say("Found it."),
    ],
    play: async (stage) => {
      await stage.answers("Do you want to", "1");
    },
    expect: {
      ...tornDown(
        ["working", "waiting(permission)", "finished"],
        [said("permission", "node -e 1"), "background"],
      ),
      mayPass: ["background"],
    },
    except: [
      {
        versions: ["2.1.197"],
        why: "2.1.197 runs the sub-agent in the foreground, so no turn ends before it",
        expect: tornDown(["working", "waiting(permission)", "finished"], [said("permission", "node -e 1")]),
      },
    ],
  },
  {
    name: "plan-approved",
    theme: "questions",
    about: "A plan, approved at the desk.",
    world: { settings: { CLAUDE_PERMISSION_MODE: "plan" } },
    model: [plan("# Plan\n\n1. Measure\n2. Cut"), say("Cut.")],
    play: async (stage) => {
      await stage.answers(/2\. Yes/, "2");
    },
    expect: answered("plan"),
  },
  {
    name: "plan-refused",
    theme: "questions",
    about: "A plan, dismissed with Esc at the desk.",
    world: { settings: { CLAUDE_PERMISSION_MODE: "plan" } },
    model: [plan("# Plan\n\n1. Measure\n2. Cut"), say("Never said.")],
    play: async (stage) => {
      await stage.screen(/2\. Yes/);
      await stage.mustLive(2_000);
      stage.mark("pressed");
      await stage.answers(/2\. Yes/, "Escape");
    },
    expect: staysIn(
      ["working", "waiting(plan)", "interrupted"],
      ["plan", { kind: "interrupted", since: "pressed" }],
    ),
  },
];
