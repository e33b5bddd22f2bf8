/**
 * What can be said about the tests: the last run of the session decides, on the word of the runner's own
 * summary or of an exit code that is the run's own. What neither tells is unclear, never guessed.
 */
import type { TestFacts } from "../../../protocol/facts.ts";
import type { BashCall } from "../transcript/bashCalls.ts";
import { type ReadSummary, readSummary } from "./readSummary.ts";
import { type TestRun, testRuns } from "./testRun.ts";

/** Pure. Commands that never ran do not count. */
export function testFacts(calls: readonly BashCall[]): TestFacts {
  for (const call of [...calls].reverse()) {
    if (call.end.kind === "refused") continue;
    const runs = testRuns(call.command);
    const last = runs.at(-1);
    if (last) return verdict(call, runs, last);
  }
  return { outcome: "none" };
}

/** Not the tests' own failure: the program is missing, or someone ended it. */
const foreignCodes: ReadonlySet<number> = new Set([124, 126, 127, 130, 137, 143]);
const didNotRun =
  /missing script:|no rule to make target|command not found|no such file or directory, open '.*package\.json'|: No such file or directory$|no tests? (?:files? )?(?:were )?(?:found|ran|to run)|no test files|No module named pytest/im;

function verdict(call: BashCall, runs: readonly TestRun[], last: TestRun): TestFacts {
  const command = last.command.length > 120 ? `${last.command.slice(0, 119)}…` : last.command;
  const unclear: TestFacts = { outcome: "unclear", command };
  if (call.end.kind !== "exit") return unclear;
  const { code } = call.end;
  const summary = runs.some((run) => run.shown) ? readSummary(call.output) : undefined;
  if (summary && summary.failed > 0) return { outcome: "failing", command, failing: summary.failed };
  if (summary) return isWhole(summary, runs, call) ? { outcome: "passing", command } : unclear;
  if (foreignCodes.has(code) || didNotRun.test(call.output)) return unclear;
  if (code === 0 && runs.every((run) => run.zeroMeansPass)) return { outcome: "passing", command };
  if (code !== 0 && last.otherMeansFail) return { outcome: "failing", command };
  return unclear;
}

/** A summary without failures is a pass unless something contradicts it or could have been left out of it. */
function isWhole(summary: ReadSummary, runs: readonly TestRun[], call: BashCall): boolean {
  const code = call.end.kind === "exit" ? call.end.code : -1;
  if (summary.passed === 0) return false;
  if (code !== 0 && runs.some((run) => run.otherMeansFail)) return false;
  if (code === 0 && runs.every((run) => run.zeroMeansPass)) return true;
  if (call.outputFile !== undefined) return false;
  return runs.every((run) => run.shown && (!run.filtered || summary.oneLine));
}
