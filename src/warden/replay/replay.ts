/**
 * Judges again what a journal holds: the evidence is folded as it was then, every verdict is made anew at its very
 * time by today's rules, and every end that Jama decided itself is asked about once more. Pure.
 */
import { nothingObserved, type Observed, observe } from "../evidence/observed.ts";
import type { JournalEntry } from "../journal/journal.ts";
import { defaultPolicy } from "../journal/recordedPolicy.ts";
import { blockers } from "../judge/blockers.ts";
import { classify } from "../judge/classify.ts";
import type { Policy, Verdict } from "../judge/verdict.ts";

type EntryOf<K extends JournalEntry["kind"]> = Extract<JournalEntry, { kind: K }>;

export type Step =
  | { kind: "opened"; at: number; jama: string; policy: Policy }
  /** `entry`: its place among the entries of the journal. */
  | {
      kind: "verdict";
      at: number;
      number: number;
      entry: number;
      recorded: EntryOf<"verdict">;
      today: Verdict;
      same: boolean;
    }
  /** Jama ended a finished session by itself. `against`: what speaks against that by today's rules. */
  | { kind: "teardown"; at: number; against: string[]; same: boolean };

export interface Replayed {
  steps: Step[];
  verdicts: number;
  /** Steps that today's rules see otherwise. */
  differences: number;
  /** False for old journals, which lack times and what the rounds saw: differences may come of that. */
  exact: boolean;
}

export function replay(entries: readonly JournalEntry[]): Replayed {
  const exact = entries.some((entry) => entry.kind === "opened");
  const steps: Step[] = [];
  let seen: Observed = nothingObserved;
  let policy = defaultPolicy;
  let verdicts = 0;
  for (const [place, entry] of entries.entries()) {
    if (entry.kind === "opened") {
      policy = entry.policy;
      steps.push({ kind: "opened", at: entry.at, jama: entry.jama, policy });
    }
    if (entry.kind === "evidence") {
      const { evidence } = entry;
      if (exact && evidence.channel === "order" && evidence.order === "teardown" && !seen.order) {
        const against = againstTeardown(seen, evidence.at, policy);
        steps.push({ kind: "teardown", at: evidence.at, against, same: against.length === 0 });
      }
      seen = observe(seen, evidence);
    }
    if (entry.kind === "verdict") {
      const today = classify(seen, entry.at, policy);
      verdicts += 1;
      const same = isSame(entry, today);
      const { at } = entry;
      steps.push({ kind: "verdict", at, number: verdicts, entry: place, recorded: entry, today, same });
    }
  }
  const differences = steps.filter((step) => step.kind !== "opened" && !step.same).length;
  return { steps, verdicts, differences, exact };
}

/** The verdict at the end of the journal: at the time of its last entry. */
export function judgeAtEnd(entries: readonly JournalEntry[], fallback: Policy = defaultPolicy): Verdict {
  const evidence = entries.flatMap((entry) => (entry.kind === "evidence" ? [entry.evidence] : []));
  const opened = entries.findLast((entry) => entry.kind === "opened");
  return classify(
    evidence.reduce(observe, nothingObserved),
    entries.at(-1)?.at ?? 0,
    opened?.policy ?? fallback,
  );
}

function isSame(recorded: EntryOf<"verdict">, today: Verdict): boolean {
  return recorded.state === today.state && recorded.rule === today.rule && recorded.detail === today.detail;
}

function againstTeardown(seen: Observed, at: number, policy: Policy): string[] {
  const verdict = classify(seen, at, policy);
  if (verdict.kind !== "finished")
    return [`it is not finished but ${verdict.state}, by the rule ${verdict.rule}`];
  return blockers(seen, verdict, policy, at).map((one) => one.why);
}
