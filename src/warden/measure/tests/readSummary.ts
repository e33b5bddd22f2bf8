/** Asks every runner's reader: a command's name (`npm test`) does not tell which runner it starts. */
import stripAnsi from "strip-ansi";
import { compiled } from "./summaries/compiled.ts";
import { javascript } from "./summaries/javascript.ts";
import { others, tap } from "./summaries/others.ts";
import { python } from "./summaries/python.ts";
import type { Summary } from "./summary.ts";

const readers = [...javascript, ...python, ...compiled, ...others];

export interface ReadSummary extends Summary {
  /** False when a filter could have hidden failures. */
  oneLine: boolean;
}

/** Pure. Several runners in one output are added up; undefined when none summed up. */
export function readSummary(output: string): ReadSummary | undefined {
  const text = stripAnsi(output)
    .replace(/\r+\n/g, "\n")
    .replace(/^[^\n]*\r(?!\n)/gm, "");
  let sum: ReadSummary | undefined;
  for (const { read, oneLine } of readers) {
    const found = read(text);
    if (found) {
      sum = {
        failed: (sum?.failed ?? 0) + found.failed,
        passed: (sum?.passed ?? 0) + found.passed,
        oneLine: oneLine && (sum?.oneLine ?? true),
      };
    }
  }
  const lines = sum ? undefined : tap.read(text);
  return lines ? { ...lines, oneLine: false } : sum;
}
