/** Recorded evidence, judged again: `fixtures/judge/<expected state>/<case>.jsonl` is a journal, and needs no code. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readLines } from "../../../src/storage/jsonl.ts";
import { nothingObserved, observe } from "../../../src/warden/evidence/observed.ts";
import { JournalEntry } from "../../../src/warden/journal/journal.ts";
import { classify } from "../../../src/warden/judge/classify.ts";
import { policy } from "./situation.ts";

const root = fileURLToPath(new URL("../../fixtures/judge/", import.meta.url));
const cases = readdirSync(root).flatMap((state) =>
  readdirSync(join(root, state)).map((file) => [state, file.replace(/\.jsonl$/, "")] as const),
);

/** The moment of judgement is the time of the journal's last entry. */
async function replay(state: string, name: string) {
  const lines = await readLines(join(root, state, `${name}.jsonl`));
  const entries = lines.map((line) => JournalEntry.parse(line));
  const evidence = entries.flatMap((entry) => (entry.kind === "evidence" ? [entry.evidence] : []));
  return classify(evidence.reduce(observe, nothingObserved), entries.at(-1)?.at ?? 0, policy);
}

describe("2: a journal is judged as it was", () => {
  it.each(cases)("%s: %s", async (state, name) => {
    const verdict = await replay(state, name);
    expect(verdict.state, `by the rule ${verdict.rule}`).toBe(state);
  });
});
