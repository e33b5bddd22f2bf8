/** .env.example is a list that is complete, and whose defaults are the real ones. */
import { readFileSync } from "node:fs";
import { parse } from "dotenv";
import { expect, it } from "vitest";
import { readSettings } from "../../src/config/settings.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const example = read(".env.example");
/** Every variable with its value, also those that are commented out. */
const shown = parse(example.replaceAll(/^# (?=[A-Z][A-Z_]+=)/gm, ""));
const needed = { HOME: "/home/ada", TELEGRAM_BOT_TOKEN: "1:abcdefghijkl", TELEGRAM_ALLOWED_USERS: "1" };

it("every variable of the settings is in the example, and no other", () => {
  const known = read("src/config/settings.ts").matchAll(/^ {2}([A-Z][A-Z_]+):/gm);
  expect(Object.keys(shown).sort()).toEqual([...new Set([...known].map(([, name]) => name))].sort());
});

it("what the example shows as a default is the default", () => {
  expect(readSettings({ ...shown, ...needed })).toEqual(readSettings(needed));
});

it("only what is needed stands there without a comment sign", () => {
  expect(Object.keys(parse(example))).toEqual(["TELEGRAM_BOT_TOKEN", "TELEGRAM_ALLOWED_USERS"]);
});
