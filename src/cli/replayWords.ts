/** A journal judged again, as lines for a terminal. Pure; times are those of the machine that prints. */
import type { Evidence } from "../warden/evidence/evidence.ts";
import { evidenceWords } from "../warden/explain/evidenceWords.ts";
import { ruleWords } from "../warden/explain/ruleWords.ts";
import type { Policy } from "../warden/judge/verdict.ts";
import type { Damage } from "../warden/replay/readJournal.ts";
import type { Replayed, Step } from "../warden/replay/replay.ts";

export function replayLines(name: string, { steps, verdicts, differences, exact }: Replayed): string[] {
  const first = steps[0]?.at;
  return [
    first === undefined ? name : `${name}, ${new Date(first).toDateString()}`,
    ...steps.flatMap(stepLines),
    "",
    summary(verdicts, differences),
    ...(exact || verdicts === 0
      ? []
      : [
          "An older Jama wrote this journal. It noted neither the times it judged by nor all that the sweep saw, so",
          "a difference may come of that.",
        ]),
  ];
}

/** What cannot be read of a journal. A line that a crash cut off is no reason to worry; others may be. */
export function damageLines(damage: readonly Damage[]): string[] {
  return damage.map(({ line, what }) => `line ${line} is left out: ${what}`);
}

function summary(verdicts: number, differences: number): string {
  if (verdicts === 0) return "It holds no verdict yet.";
  const said = verdicts === 1 ? "1 verdict" : `${verdicts} verdicts`;
  return differences === 0
    ? `${said}: today's rules say the same.`
    : `${said}: today's rules differ ${differences === 1 ? "once" : `${differences} times`}.`;
}

function stepLines(step: Step): string[] {
  switch (step.kind) {
    case "opened":
      return ["", `${clock(step.at)}  Jama ${step.jama} took it up: ${policyWords(step.policy)}.`];
    case "teardown":
      return step.same
        ? [`${clock(step.at)}  Jama ended it: nothing spoke against that.`]
        : [
            `${clock(step.at)}  Jama ended it.`,
            ...indented(`TODAY IT WOULD NOT: ${step.against.join("; ")}`),
          ];
    case "verdict": {
      const { recorded, today } = step;
      return [
        `${clock(step.at)}  ${step.number}. ${verdictWords(recorded)}`,
        ...indented(ruleWords(recorded.rule), restsOn(recorded.because)),
        ...(step.same
          ? []
          : indented(`TODAY: ${verdictWords(today)}`, ruleWords(today.rule), restsOn(today.because))),
      ];
    }
  }
}

function verdictWords({ state, detail, rule }: { state: string; detail: string; rule: string }): string {
  return `${detail === "" ? state : `${state} (${detail})`}, by the rule ${rule}`;
}

function restsOn(because: readonly Evidence[]): string {
  const pieces = because.map((one) => `${one.channel}: ${evidenceWords(one)} at ${clock(one.at)}`);
  return pieces.length === 0 ? "" : `rests on ${pieces.join("; ")}`;
}

function policyWords({ graceMs, stuckMs, startMs, verifies }: Policy): string {
  const seconds = (ms: number) => `${ms / 1000} s`;
  const verify = verifies ? ", a verify command" : "";
  return `${seconds(graceMs)} of grace, stuck after ${seconds(stuckMs)}, ${seconds(startMs)} to start${verify}`;
}

function indented(...lines: readonly string[]): string[] {
  return lines.filter((line) => line !== "").map((line) => `              ${line}`);
}

/** 14:20:00.412 */
function clock(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(11, 23);
}
