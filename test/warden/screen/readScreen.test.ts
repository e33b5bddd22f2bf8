/** Recorded screens, read: what is expected stands in the file's name, as the table says. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readScreen } from "../../../src/warden/screen/readScreen.ts";

const root = fileURLToPath(new URL("../../fixtures/claude/", import.meta.url));
const screens = readdirSync(root).flatMap((version) =>
  existsSync(join(root, version, "screens"))
    ? readdirSync(join(root, version, "screens")).map((file) => [version, file] as const)
    : [],
);

const quiet = { dialog: null, menu: false, working: false, retrying: null, tasks: 0, ended: null };
const atRest = { ...quiet, typed: "" };
const working = { ...atRest, working: true };
const choices = { ...quiet, typed: null, menu: true };

/** By the beginning of the name; the first that fits. A prompt box that nobody typed in reads as "". */
const expected: readonly [RegExp, object][] = [
  [/^idle-typed/, { ...atRest, typed: "half a thought" }],
  [/^idle-wakeup/, working], // recorded in the moment before the spinner went
  [/^idle/, atRest],
  [/^working/, working],
  [/^background/, { ...atRest, tasks: 1 }],
  [/^failed/, { ...atRest, ended: "failed" }],
  [/^interrupted/, { ...atRest, ended: "interrupted" }],
  [/^retrying/, { ...working, retrying: expect.stringMatching(/retrying in \d+s · attempt \d+\/10/i) }],
  [/^(question|permission|plan)/, choices],
  [/^typed-interrupted-early/, { ...atRest, typed: "long thoughts" }],
  [/^context-full/, { ...atRest, ended: "failed" }],
  [/^menu/, choices],
  [/^key/, { ...choices, dialog: "Use this API key?" }],
  [/^theme/, { typed: null, dialog: "Choose a theme" }],
  [/^trust/, { ...choices, dialog: "Do you trust this folder?" }],
  [/^bypass-warning/, { ...choices, dialog: "Bypass permissions?" }],
];

describe("a recorded screen", () => {
  it.each(screens)("of %s is read: %s", (version, file) => {
    const reading = readScreen(readFileSync(join(root, version, "screens", file), "utf8"));
    const wanted = expected.find(([name]) => name.test(file))?.[1];
    expect(reading).toMatchObject(wanted ?? { name: "no expectation" });
    expect(reading.text).not.toMatch(/^\n|\s$/);
  });
});

describe("a screen", () => {
  const rule = "─".repeat(40);

  it("that is empty or a plain shell has no prompt box", () => {
    for (const text of ["", "\n\n", "$ ls\na  b\n$ ", "❯ ls", `${rule}\n❯ `]) {
      expect(readScreen(text).typed).toBeNull();
    }
  });

  it("with several lines in its prompt box reads them all", () => {
    expect(readScreen(`hello\n${rule}\n❯ one\n  two\n${rule}\n  footer`).typed).toBe("one\n  two");
  });

  it("whose conversation holds rules and prompts of its own is read at its box, the last one", () => {
    const fake = `${rule}\n❯ not this\n${rule}`;
    expect(readScreen(`${fake}\nwords\n${rule}\n❯ this\n${rule}\n`).typed).toBe("this");
  });

  it("does not count tasks that it named further up, when they still ran", () => {
    const turn = "❯ delegate it\n✻ Waiting for 1 background agent to finish\n● Found it.\n✻ Cooked for 14s";
    expect(readScreen(`${turn}\n${rule}\n❯ \n${rule}\n  ⏵⏵ · /tasks to see subagents`).tasks).toBe(0);
    const waits = "❯ delegate it\n● It runs.\n✻ Waiting for 2 background agents to finish\n";
    expect(readScreen(`${waits}\n${rule}\n❯ \n${rule}\n  ⏵⏵ bypass`).tasks).toBe(2);
  });

  it("2: does not take Claude's words or a tool's output for a dialog, or for the API's trouble", () => {
    const read = (turn: string) => readScreen(`❯ work\n${turn}\n${rule}\n❯ \n${rule}`);
    expect(read("● Done. Let's get started with the tests: select login method first.").dialog).toBeNull();
    expect(read("● Bash(npm ci)\n  ⎿  npm error network, retrying in 5s").retrying).toBeNull();
    expect(read("● On a 529 the client is retrying in 5s, then in 10s.").retrying).toBeNull();
    expect(read("● One is left:\n  later · 3 tasks").tasks).toBe(0);
    expect(read("✻ API error · Retrying in 2s · attempt 2/10").retrying).toBe(
      "API error · Retrying in 2s · attempt 2/10",
    );
  });

  it.each([
    ["interrupted", "● Bash(echo one)\n  ⎿  one\n  ⎿  Interrupted · What should Claude do instead?"],
    [
      "interrupted",
      "● Updated plan\n  ⎿  /plan to preview\n  ⎿  Rejected Claude's plan:\n     ╭──╮\n     │ 1. Measure │\n     ╰──╯",
    ],
    [
      null,
      "● It prints this:\n\n  ⎿  Interrupted · What should Claude do instead?\n\n  That is all.\n\n✻ Cooked for 0s",
    ],
    ["interrupted", "● Declined to answer Claude's questions:\n  ⎿  · Which style?"],
    [null, "● Updated plan\n  ⎿  Rejected Claude's plan:\n     │ 1. Measure │\n● Then I do it otherwise."],
    ["failed", "● One.\n  ⎿  Not logged in · Please run /login"],
    ["failed", "● Credit balance is too low"],
    [null, "● The API Error: 400 of before is mended."],
  ] as const)("whose last turn ended %s is read so: %j", (ended, turn) => {
    expect(readScreen(`❯ work\n${turn}\n${rule}\n❯ \n${rule}`).ended).toBe(ended);
  });
});
