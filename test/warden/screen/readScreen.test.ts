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

/** By the beginning of the name; the first that fits. A prompt box that nobody typed in reads as "". */
const expected: readonly [RegExp, { typed: string | null; dialog: string | null }][] = [
  [/^idle-typed/, { typed: "half a thought", dialog: null }],
  [/^typed-interrupted-early/, { typed: "long thoughts", dialog: null }],
  [/^(idle|working|background|failed|interrupted|retrying|context-full)/, { typed: "", dialog: null }],
  [/^(question|permission|plan|menu)/, { typed: null, dialog: null }],
  [/^trust/, { typed: null, dialog: "Do you trust this folder?" }],
  [/^key/, { typed: null, dialog: "Use this API key?" }],
  [/^theme/, { typed: null, dialog: "Choose a theme" }],
  [/^bypass-warning/, { typed: null, dialog: "Bypass permissions?" }],
];

describe("a recorded screen", () => {
  it.each(screens)("of %s is read: %s", (version, file) => {
    const reading = readScreen(readFileSync(join(root, version, "screens", file), "utf8"));
    const wanted = expected.find(([name]) => name.test(file))?.[1];
    expect({ typed: reading.typed, dialog: reading.dialog }).toEqual(wanted);
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
});
