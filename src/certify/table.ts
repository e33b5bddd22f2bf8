/** A run as lines for a terminal. Pure. */
import type { CertifyReport, Result } from "./report.ts";
import type { Scenario } from "./scenario.ts";

export interface Table {
  header: string;
  row(result: Result): string[];
}

/** Its columns are as wide as these scenarios need, so that rows can be printed as they come. */
export function tableOf(scenarios: readonly Scenario[]): Table {
  const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length));
  const names = widest(["scenario", ...scenarios.map((one) => one.name)]);
  const told = widest(["expected", ...scenarios.map((one) => toldWords(one.expected.told))]);
  const line = (name: string, expected: string, got: string, ms: string, judged: string) =>
    [name.padEnd(names), expected.padEnd(told), got.padEnd(told), ms.padStart(6), judged]
      .join("  ")
      .trimEnd();
  return {
    header: line("scenario", "expected", "got", "ms", ""),
    row({ scenario, expected, got, ms, differs }) {
      const well = differs.length === 0;
      const first = line(scenario, toldWords(expected), toldWords(got), String(ms), well ? "ok" : "failed");
      return [first, ...differs.map((one) => `    ${one}`)];
    },
  };
}

/** Every session begins with its launch: that says nothing. */
function toldWords(told: readonly string[]): string {
  return told.slice(told[0] === "launched" ? 1 : 0).join(" ") || "nothing";
}

export function lastLine(report: CertifyReport): string {
  if (report.outcome === "not-run") return `Not checked: ${report.why}`;
  const { versions, results, ms } = report;
  const failed = results.filter((one) => one.differs.length > 0).map((one) => one.scenario);
  const which = `Claude Code ${versions.join(", ")}`;
  const seconds = Math.round(ms / 1_000);
  return failed.length === 0
    ? `${which}: all ${results.length} scenarios as expected, in ${seconds} s. Jama clears up after it.`
    : `${which}: ${failed.length} of ${results.length} scenarios differ (${failed.join(", ")}). Jama tells everything, and tears nothing down by itself.`;
}
