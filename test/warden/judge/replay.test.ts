/** Recorded evidence, judged again: `fixtures/judge/<expected state>/<case>.jsonl` is a journal, and needs no code. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readLines } from "../../../src/storage/jsonl.ts";
import { JournalEntry } from "../../../src/warden/journal/journal.ts";
import { judgeAtEnd } from "../../../src/warden/replay/replay.ts";
import { policy } from "./situation.ts";

const root = fileURLToPath(new URL("../../fixtures/judge/", import.meta.url));
const cases = readdirSync(root).flatMap((state) =>
  readdirSync(join(root, state)).map((file) => [state, file.replace(/\.jsonl$/, "")] as const),
);

/** The moment of judgement is the time of the journal's last entry, the times those that the journal names, if any. */
async function replay(state: string, name: string) {
  const lines = await readLines(join(root, state, `${name}.jsonl`));
  return judgeAtEnd(
    lines.map((line) => JournalEntry.parse(line)),
    policy,
  );
}

describe("2: a journal is judged as it was", () => {
  it.each(cases)("%s: %s", async (state, name) => {
    const verdict = await replay(state, name);
    expect(verdict.state, `by the rule ${verdict.rule}`).toBe(state);
  });
});
