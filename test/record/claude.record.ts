/**
 * Records fixtures of a version: `JAMA_RECORD=2.1.329 npm run record`. Each scenario is also proof that the version still behaves so.
 */
import { resolve } from "node:path";
import { describe, it } from "vitest";
import { defaultVersion } from "../support/claude/fetch.ts";
import { type LabOptions, openLab } from "../support/claude/lab.ts";
import { dialogs } from "./dialogs.ts";
import { endings } from "./endings.ts";
import { type Keeper, keeperOf } from "./keeper.ts";
import type { Scenario } from "./scenario.ts";
import { turns } from "./turns.ts";

const version = process.env["JAMA_RECORD"] ?? defaultVersion;
const scenarios: Readonly<Record<string, Scenario>> = { ...turns, ...dialogs, ...endings };

describe(`recording ${version}`, () => {
  it.each(Object.entries(scenarios))("%s", { timeout: 120_000 }, async (_name, scenario) => {
    const options: LabOptions = { version, projectName: "webapp", ...scenario.lab };
    const lab = await openLab(options);
    const keeper: Keeper = keeperOf(resolve("test/fixtures/claude", version), lab);
    try {
      await scenario.run(lab, keeper);
    } finally {
      await lab.close();
    }
  });
});
