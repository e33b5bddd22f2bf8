/** Questions, plans and forms that wait for a person while Claude Code works. */
import { fileURLToPath } from "node:url";
import { ask, bash, plan, say, tool } from "../../../src/modelapi/index.ts";
import type { Kind } from "../look/kinds.ts";
import type { Scenario, Told } from "../scenario.ts";
import { staysIn, tornDown } from "./expectations.ts";
import { style } from "./style.ts";

const tests = {
  question: "Which tests?",
  header: "Tests",
  options: [
    { label: "Unit", description: "fast" },
    { label: "All", description: "slow" },
  ],
  multiSelect: true,
};
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
      await stage.isAsked();
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
      await stage.isAsked();
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
      await stage.isAsked();
      await stage.keys("3");
      await stage.screen(/❯ 3\./);
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
      await stage.isAsked();
      await stage.answers("1. Cursor", "Escape");
    },
    expect: staysIn(["working", "waiting(question)", "interrupted"], ["question", "interrupted"]),
  },
  {
    name: "plan-approved",
    theme: "questions",
    about: "A plan, approved at the desk.",
    world: { settings: { CLAUDE_PERMISSION_MODE: "plan" } },
    model: [plan("# Plan\n\n1. Measure\n2. Cut"), say("Cut.")],
    play: async (stage) => {
      await stage.isAsked();
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
      await stage.isAsked();
      await stage.answers(/2\. Yes/, "Escape");
    },
    expect: staysIn(["working", "waiting(plan)", "interrupted"], ["plan", "interrupted"]),
  },
  {
    name: "form-of-a-tool",
    theme: "questions",
    about: "A tool of an MCP server asks the person for something (elicitation); declined at the desk.",
    world: { home: { settings: { enableAllProjectMcpServers: true } } },
    prepare: async ({ project }) => {
      const args = [fileURLToPath(new URL("../stage/eliciting-server.js", import.meta.url))];
      const mcpServers = { forms: { command: process.execPath, args } };
      await project.write({ ".mcp.json": JSON.stringify({ mcpServers }) });
    },
    model: [
      bash("sleep 3"), // the server of the form starts beside the session
      tool("ToolSearch", { query: "select:mcp__forms__ask" }),
      tool("mcp__forms__ask", {}),
      say("Without a size, then."),
    ],
    play: async (stage) => {
      await stage.isAsked();
      await stage.mustLive(aWhile);
      await stage.answers("requests your input", "Escape");
    },
    expect: tornDown(
      ["working", "waiting(elicitation)", "working", "finished"],
      [said("question", "Which page size?")],
    ),
  },
];
