/**
 * A session's journal as a fixture of the judge: the evidence up to one verdict, with the times it was judged by, and
 * nothing of anybody's own. Whoever puts it into `test/fixtures/judge/<expected state>/` needs no code. Pure.
 */
import type { JournalEntry } from "../journal/journal.ts";
import type { Verdict } from "../judge/verdict.ts";
import { type Names, neutraliser } from "./neutral.ts";
import { judgeAtEnd, replay } from "./replay.ts";

export interface Fixture {
  entries: JournalEntry[];
  /** The verdict that it is about: its number, how many there are, and what was said then. */
  number: number;
  of: number;
  recorded: { state: string; rule: string };
  /** By today's rules. */
  today: Verdict;
  /** False when the words that were taken out matter to the rules. */
  faithful: boolean;
}

/** Up to the verdict with that number, by default the last. Undefined when there is no such verdict. */
export function fixtureOf(
  entries: readonly JournalEntry[],
  until: number | undefined,
  names: Names,
): Fixture | undefined {
  const verdicts = replay(entries).steps.flatMap((step) => (step.kind === "verdict" ? [step] : []));
  const about = until === undefined ? verdicts.at(-1) : verdicts.find((one) => one.number === until);
  if (!about) return undefined;
  const { state, rule } = about.recorded;
  const neutral = neutraliser(names);
  const made = entries.slice(0, about.entry).flatMap((entry): JournalEntry[] => {
    if (entry.kind === "opened") return [entry];
    return entry.kind === "evidence" ? [{ ...entry, evidence: neutral(entry.evidence) }] : [];
  });
  made.push({ kind: "note", at: about.at, note: `judged at this moment: ${state}, by the rule ${rule}` });
  const today = judgeAtEnd(made);
  return {
    entries: made,
    number: about.number,
    of: verdicts.length,
    recorded: { state, rule },
    today,
    faithful: today.state === about.today.state && today.rule === about.today.rule,
  };
}
