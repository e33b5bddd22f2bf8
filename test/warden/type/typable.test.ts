/** What of a text is typed. */
import { expect, it } from "vitest";
import { typable } from "../../../src/warden/type/typable.ts";

it.each([
  ["as it is", "fix `it` & $HOME\n\tü 🚀", "fix `it` & $HOME\n\tü 🚀"],
  ["7: without keys that hide in it", "a\u001b[201~\u001bb\u0003\u0000c\u007f", "a[201~bc"],
  ["with newlines of one kind", "one\r\ntwo\rthree", "one\ntwo\nthree"],
  ["without blanks around it", " \n x \n", "x"],
  ["7: never as a command for Claude Code's shell", "!rm -rf .", " !rm -rf ."],
  ["as a slash command where it is one", "/compact", "/compact"],
])("%s", (_, text, typed) => {
  expect(typable(text)).toBe(typed);
});
