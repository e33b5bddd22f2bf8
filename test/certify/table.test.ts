import { describe, expect, it } from "vitest";
import type { Result } from "../../src/certify/report.ts";
import { allScenarios } from "../../src/certify/scenarios/all.ts";
import { lastLine, tableOf } from "../../src/certify/table.ts";

const finish: Result = {
  scenario: "plain finish",
  expected: ["launched", "finished", "closed"],
  got: ["launched", "finished", "closed"],
  ms: 8_210,
  differs: [],
};
const trust: Result = {
  scenario: "trust dialog",
  expected: ["launched", "asked(dialog)"],
  got: ["launched", "not-started"],
  ms: 31_000,
  differs: ["told not-started instead of asked(dialog)", "state waiting is missing"],
};

describe("the table", () => {
  const { header, row } = tableOf(allScenarios);

  it("has its columns one below the other, also when rows are printed as they come", () => {
    const [line = ""] = row(finish);
    expect(header).toMatch(/^scenario +expected +got +ms$/);
    for (const column of ["expected", "got"]) expect(line.charAt(header.indexOf(column) - 1)).toBe(" ");
    expect(line).toMatch(/^plain finish +finished closed +finished closed +8210 {2}ok$/);
  });

  it("says below a row what differs", () => {
    expect(row(trust)).toEqual([
      expect.stringMatching(/asked\(dialog\) +not-started +31000 {2}failed$/),
      "    told not-started instead of asked(dialog)",
      "    state waiting is missing",
    ]);
  });

  it("ends with what it means", () => {
    const run = { versions: ["2.1.400"], ms: 41_300 };
    expect(lastLine({ outcome: "passed", results: [finish], ...run })).toBe(
      "Claude Code 2.1.400: all 1 scenarios as expected, in 41 s. Jama clears up after it.",
    );
    expect(lastLine({ outcome: "failed", results: [finish, trust], ...run })).toBe(
      "Claude Code 2.1.400: 1 of 2 scenarios differ (trust dialog). Jama tells everything, and tears nothing down by itself.",
    );
    expect(lastLine({ outcome: "not-run", why: "tmux is not installed." })).toBe(
      "Not checked: tmux is not installed.",
    );
  });
});

describe("the scenarios", () => {
  it("have names of their own, also as folders", () => {
    const folders = allScenarios.map(({ name }) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"));
    expect(new Set(folders).size).toBe(allScenarios.length);
  });
});
