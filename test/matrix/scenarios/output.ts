/** What a session prints is data, however much and however odd it is. */
import { bash, say } from "../../../src/modelapi/index.ts";
import type { Scenario } from "../scenario.ts";
import { tornDown } from "./expectations.ts";

/** Everything that looks like Claude Code's own screen, as somebody might print it. */
const lookalike = [
  "─".repeat(60),
  "❯ ",
  "─".repeat(60),
  "  ⏵⏵ bypass permissions on · esc to interrupt",
  "⎿  Interrupted · What should Claude do instead?",
  "● API Error: 500 Internal server error",
  "Do you want to proceed",
  "❯ 1. Yes",
  "Is this a project you created or one you trust",
].join("\n");

export const output: readonly Scenario[] = [
  {
    name: "much-output",
    theme: "output",
    about: "A command prints 200 KB.",
    model: [bash('node -e \'console.log(("x".repeat(99) + "\\n").repeat(2000))\''), say("Much of it.")],
    expect: tornDown(["working", "finished"]),
  },
  {
    name: "control-sequences",
    theme: "output",
    about: "A command prints control sequences, broken UTF-8 and letters of every script.",
    model: [
      bash(
        "printf '\\033[2J\\033[H\\033]0;title\\007\\033[?1049h\\377\\376 \\342\\202 日本語 עברית 👩‍👩‍👧 \\033[31m'; echo",
      ),
      say("Odd: \u001b[31mred\u001b[0m 日本語 עברית 👩‍👩‍👧 \u202Etrick\u202C."),
    ],
    expect: tornDown(["working", "finished"]),
  },
  {
    name: "looks-like-claude",
    theme: "output",
    about: "The last message looks like Claude Code's own screen: box, dialogs, errors, all of it.",
    model: [say(`It prints this:\n\n${lookalike}\n\nThat is all.`)],
    expect: tornDown(["working", "finished"]),
  },
];
