import { expect, test } from "vitest";
import { normalise } from "../../../../src/desk/interpret/rules/normalise.ts";
import { slips } from "../../../../src/desk/interpret/rules/typos.ts";
import { wordsOf } from "../../../../src/desk/interpret/rules/words.ts";

test.each([
  ["Größe ÇA Łódź", "grosse ca lodz"],
  ["İptal ı", "iptal i"],
  ["ещё", "еще"],
  ["がｗｅｂ", "がweb"],
  ["cafe\u0301", "cafe"],
])("%j is compared as %j", (typed, normal) => {
  expect(normalise(typed)).toBe(normal);
});

test("words know where they stand in the original, whatever its spelling", () => {
  const text = "  Größe:web-app…";
  const parts = wordsOf(text).map(({ start, end }) => text.slice(start, end));
  expect(parts).toEqual(["Größe", "web", "app"]);
});

test("a name is parted from what is written right behind it in another script", () => {
  expect(wordsOf("webappで直す").map((word) => word.norm)).toEqual(["webapp", "で", "直", "す"]);
});

test.each([
  ["webapp", "webapp", 0],
  ["webap", "webapp", 1],
  ["stpo", "stop", 1],
  ["shop", "stop", undefined],
  ["spi", "api", undefined],
  ["piepline", "pipeline", 1],
  ["piplyne", "pipeline", 2],
  ["webshop", "webapp", undefined],
] as const)("%s for %s: %s", (typed, meant, expected) => {
  expect(slips(typed, meant)).toBe(expected);
});
