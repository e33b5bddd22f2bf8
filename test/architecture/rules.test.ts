/** The rules can fail: small made-up trees, one breach each. */
import { expect, it } from "vitest";
import { parseModule } from "./modules.ts";
import { breaches } from "./rules.ts";

/** Breaches of a tree given as texts by path. */
function inTree(tree: Readonly<Record<string, string>>): string[] {
  return breaches(Object.entries(tree).map(([path, text]) => parseModule(path, text)));
}

it("a tree that keeps the rules has no breach", () => {
  expect(
    inTree({
      "src/main.ts": 'import { createDesk } from "./desk/createDesk.ts";\n',
      "src/desk/createDesk.ts":
        'import type { Settings } from "../config/settings.ts";\nimport { Event } from "../protocol/events.ts";\n',
      "src/config/settings.ts": 'import { z } from "zod";\nexport const env = process.env;\n',
      "src/protocol/events.ts": 'import { z } from "zod";\n',
      "test/desk/createDesk.test.ts": 'import { createDesk } from "../../src/desk/createDesk.ts";\n',
    }),
  ).toEqual([]);
});

const wrong: readonly [path: string, text: string, breach: string][] = [
  [
    "src/desk/a.ts",
    'import { b } from "../warden/b.ts";\n',
    "wrong direction: src/desk/a.ts -> src/warden/b.ts",
  ],
  [
    "src/warden/x/a.ts",
    'export * from "../../desk/b.ts";\n',
    "wrong direction: src/warden/x/a.ts -> src/desk/b.ts",
  ],
  [
    "src/protocol/a.ts",
    'import type {\n  B,\n} from "../logger.ts";\n',
    "wrong direction: src/protocol/a.ts -> src/logger.ts",
  ],
  ["src/botapi/a.ts", 'import "../desk/b.ts";\n', "wrong direction: src/botapi/a.ts -> src/desk/b.ts"],
  [
    "src/main.ts",
    'const b = await import("./modelapi/b.ts");\n',
    "wrong direction: src/main.ts -> src/modelapi/b.ts",
  ],
  [
    "src/storage/a.ts",
    'import { b } from "../config/b.ts";\n',
    "wrong direction: src/storage/a.ts -> src/config/b.ts",
  ],
  [
    "src/desk/a.ts",
    'import { b } from "../config/b.ts";\n',
    "more than a type of config: src/desk/a.ts -> src/config/b.ts",
  ],
  [
    "src/desk/a.ts",
    'import { b } from "../../test/b.ts";\n',
    "the product imports a test: src/desk/a.ts -> test/b.ts",
  ],
  ["src/bridge/a.ts", "", "no rule says what src/bridge/a.ts may import: add its part to mayImport"],
  ["src/desk/a.ts", "const home = process.env.HOME;\n", "reads the environment: src/desk/a.ts"],
  ["src/desk/a.ts", 'const home = process["env"];\n', "reads the environment: src/desk/a.ts"],
  ["src/desk/a.ts", 'import { env } from "node:process";\n', "reads the environment: src/desk/a.ts"],
  ["src/desk/a.ts", "\n".repeat(251), "too long: src/desk/a.ts has 251 lines, more than 250"],
  ["test/a.test.ts", "\n".repeat(251), "too long: test/a.test.ts has 251 lines, more than 250"],
  ["src/desk/utils/a.ts", "", "no name of a job: src/desk/utils/a.ts"],
  ["test/support/utils.ts", "", "no name of a job: test/support/utils.ts"],
];

it.each(wrong)("a breach is named: %s with %j", (path, text, breach) => {
  expect(inTree({ [path]: text })).toEqual([breach]);
});

it("a circle is found, also one of types alone", () => {
  expect(
    inTree({
      "src/desk/a.ts": 'import type { B } from "./b.ts";\n',
      "src/desk/b.ts": 'import { c } from "./c.ts";\n',
      "src/desk/c.ts": 'import { A } from "./a.ts";\n',
    }),
  ).toEqual(["circle: src/desk/a.ts -> src/desk/b.ts -> src/desk/c.ts -> src/desk/a.ts"]);
});

it("two folders that import each other are found, though no file does", () => {
  expect(
    inTree({
      "src/desk/x/a.ts": 'import { b } from "../y/b.ts";\n',
      "src/desk/x/c.ts": "",
      "src/desk/y/b.ts": "",
      "src/desk/y/d.ts": 'import { c } from "../x/c.ts";\n',
    }),
  ).toEqual(["both ways: src/desk/x/a.ts -> src/desk/y/b.ts, src/desk/y/d.ts -> src/desk/x/c.ts"]);
});
