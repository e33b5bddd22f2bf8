import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { interpretSlots, systemText } from "../../src/desk/interpret/model/question.ts";
import { loadPrompt, promptsFolder } from "../../src/prompts/load.ts";
import { createPrompt } from "../../src/prompts/prompt.ts";
import { specs } from "../desk/interpret/specs.ts";

test("slots are filled, wherever and however often they stand", () => {
  const prompt = createPrompt("p", "<!-- for readers {{x}} -->\nHi {{name}}, {{ name }}: {{what}}", [
    "name",
    "what",
  ]);
  expect(prompt.render({ name: "Ann", what: "go" })).toBe("Hi Ann, Ann: go");
});

test("a value that looks like a slot, or like a replacement pattern, stays as it is", () => {
  const prompt = createPrompt("p", "{{a}} {{b}}", ["a", "b"]);
  expect(prompt.render({ a: "{{b}} $& $1", b: "x" })).toBe("{{b}} $& $1 x");
});

test("a missing and an unknown slot are found when the prompt is made", () => {
  expect(() => createPrompt("p", "Hi {{nmae}}", ["name"])).toThrow(
    "prompts/p.md: missing {{name}}; unknown {{nmae}}",
  );
});

test("a prompt file that is not there is named", async () => {
  await expect(loadPrompt("nowhere", [])).rejects.toThrow("nowhere.md");
});

test("interpret.md renders with every intent and no slot left", async () => {
  const text = systemText(await loadPrompt("interpret", interpretSlots), specs);
  for (const spec of specs) expect(text).toContain(`- ${spec.name}: ${spec.meaning}`);
  expect(text).not.toMatch(/\{\{|<!--/);
  expect(text.length).toBeLessThan(6000);
});

test("prompts are Markdown files", async () => {
  expect((await readdir(promptsFolder)).filter((name) => !name.endsWith(".md"))).toEqual([]);
});
