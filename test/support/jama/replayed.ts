/** What holds for every session of every test of the whole bot: its journal is judged again as it was. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { Journal } from "../../../src/warden/journal/journal.ts";
import { replay } from "../../../src/warden/replay/replay.ts";
import type { World } from "./world.ts";

/** By the same rules, resting on the same evidence. */
export async function expectSameVerdicts({ jamaHome }: World): Promise<void> {
  const sessions = join(jamaHome, "sessions");
  const names = await readdir(sessions).catch(() => []); // nothing was ever launched in it
  for (const name of names) {
    const { steps } = replay(await new Journal(join(sessions, name), Date.now).read());
    const ends = steps.flatMap((step) => (step.kind === "teardown" ? step.against : []));
    const verdicts = steps.flatMap((step) => (step.kind === "verdict" ? [step] : []));
    const judgedThen = verdicts.map(({ recorded: { state, rule, detail, because } }) => ({
      state,
      rule,
      detail,
      because,
    }));
    const judgedNow = verdicts.map(({ today: { state, rule, detail, because } }) => ({
      state,
      rule,
      detail,
      because,
    }));
    expect(judgedNow, `verdicts on ${name}`).toEqual(judgedThen);
    expect(ends, `what speaks against the end of ${name}`).toEqual([]);
  }
}
