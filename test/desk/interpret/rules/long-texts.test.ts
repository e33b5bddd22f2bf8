import { expect, test } from "vitest";
import { interpretByRules } from "../../../../src/desk/interpret/rules/rule-interpreter.ts";
import { context } from "../model/setting.ts";
import { specs } from "../specs.ts";

const many = Array.from({ length: 100 }, (_, index) => ({
  slug: `project-number-${index}`,
  name: `Project Number ${index}`,
  aliases: [`alias${index}`],
  description: "",
}));

test.each([
  ["as long as Telegram allows", "the login page of the shop forgets what I typed ".repeat(90)],
  [
    "words that fit many cues, and then do not",
    `${"ok go continue good job do it stop all ".repeat(100)}xyzzy`,
  ],
  ["spaces", `fix${" ".repeat(4000)}it with`],
])("%s: understood, and not in hours", (_, text) => {
  const meaning = interpretByRules({ ...context, projects: [...context.projects, ...many], text }, specs);
  expect(meaning.intent).toBe("launch");
});
