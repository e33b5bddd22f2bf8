/**
 * Each file in `test/fixtures/test-runs/<verdict>/` is one call: `$ command`, what it printed, and how it ended
 * (`[exit 1]`, `[stopped]`, ...). The folder is the verdict, `failing-2` with the count. A new file is a new test.
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { testFacts } from "../../../../src/warden/measure/tests/testFacts.ts";
import type { BashCall } from "../../../../src/warden/measure/transcript/bashCalls.ts";
import type { CallEnd } from "../../../../src/warden/measure/transcript/callEnd.ts";

const root = new URL("../../../fixtures/test-runs/", import.meta.url);

const files = readdirSync(root).flatMap((verdict) =>
  readdirSync(new URL(`${verdict}/`, root)).map((name) => ({ verdict, name })),
);

test.each(files)("$verdict: $name", ({ verdict, name }) => {
  const facts = testFacts([parse(readFileSync(new URL(`${verdict}/${name}`, root), "utf8"))]);
  const counted = facts.outcome === "failing" && facts.failing !== undefined ? `-${facts.failing}` : "";
  expect(`${facts.outcome}${counted}`).toBe(verdict);
});

function parse(text: string): BashCall {
  const lines = text.trimEnd().split("\n");
  const command = lines[0]?.replace(/^\$ /, "") ?? "";
  return { id: "1", command, end: endOf(lines.at(-1) ?? ""), output: lines.slice(1, -1).join("\n") };
}

function endOf(line: string): CallEnd {
  const code = /^\[exit (\d+)\]$/.exec(line)?.[1];
  if (code !== undefined) return { kind: "exit", code: Number(code) };
  const kind = /^\[(running|stopped|refused)\]$/.exec(line)?.[1];
  if (kind === "running" || kind === "stopped" || kind === "refused") return { kind };
  throw new Error(`how did it end? ${line}`);
}
