/** The rules of the house, held on the real tree. */
import { expect, it } from "vitest";
import { readModules } from "./modules.ts";
import { breaches } from "./rules.ts";

const modules = readModules(new URL("../../", import.meta.url), ["src", "test"]);

it("imports go one way, without circles, and every file is short and has a job", () => {
  expect(breaches(modules)).toEqual([]);
});

it("the tree that is looked at is the real one", () => {
  const main = modules.find(({ path }) => path === "src/main.ts");
  expect(main?.imports.map(({ to }) => to)).toContain("src/desk/createDesk.ts");
  expect(modules.filter(({ readsEnvironment }) => readsEnvironment).map(({ path }) => path)).toContain(
    "src/config/environment.ts",
  );
});
