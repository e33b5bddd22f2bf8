/** A completion as a message, whatever is known of it by then. */
import { describe, expect, it } from "vitest";
import { renderReport } from "../../../src/desk/report/render.ts";
import type { Report } from "../../../src/desk/report/report.ts";
import type { Facts } from "../../../src/protocol/facts.ts";
import { expectSound, hardTexts, labels, longestName, session } from "../message/sound.ts";

const git = {
  filesChanged: 6,
  linesAdded: 120,
  linesRemoved: 8,
  commits: 2,
  branch: "feat/api-pagination",
  pushed: "no-remote" as const,
};
const facts: Facts = { git, tests: { outcome: "passing", command: "npm test" }, durationMs: 12 * 60_000 };

const report = (about: Partial<Report> = {}): Report => ({
  session: session().name,
  turn: "t",
  origin: session().origin,
  lastMessage: "Cursor-based pagination on the three list endpoints, with tests.",
  question: false,
  certain: true,
  facts,
  complete: true,
  resume: "claude --resume 1",
  judged: false,
  withdrawn: false,
  closed: false,
  ...about,
});

const lines = (about: Partial<Report> = {}) => renderReport(report(about)).text.split("\n");
const headline = (about: Partial<Facts>) => lines({ facts: { durationMs: 1_000, ...about } })[1];

describe("4: a completion", () => {
  it("reads as in the walk-through", () => {
    expect(lines()).toEqual([
      "Session claude-webapp-20260303-142000 complete.",
      "6 files changed. All tests passing. Branch: feat/api-pagination",
      "Cursor-based pagination on the three list endpoints, with tests.",
      "+120 −8 · 2 commits, no remote · 12 min",
      "claude --resume 1",
    ]);
    expect(labels(renderReport(report()))).toEqual([["Attach", "Stop"]]);
  });

  it.each([
    [{ git: { ...git, filesChanged: 1 } }, "1 file changed. Branch: feat/api-pagination"],
    [{ git: { ...git, filesChanged: 0, branch: null } }, "No files changed. No branch (detached HEAD)"],
    [{ gitUnavailable: "no repository" }, "Changes unclear: no repository."],
    [{ tests: { outcome: "none" as const } }, "No tests run."],
    [{ tests: { outcome: "failing" as const, command: "npm test", failing: 2 } }, "2 tests failing."],
    [{ tests: { outcome: "failing" as const, command: "npm test" } }, "Tests failing (npm test)."],
    [
      { tests: { outcome: "unclear" as const, command: "npm test | tail" } },
      "Tests unclear (npm test | tail).",
    ],
  ])("never says more than was measured: %j", (known, said) => {
    expect(headline(known)).toBe(said);
  });

  it.each<[Partial<Report>, RegExp]>([
    [{ question: true }, /asks you something\. It stays open\.$/],
    [{ certain: false }, /seems complete; not every sign could confirm it, so it stays open\.$/],
    [{ withdrawn: true }, /went on working: what I said before was too early\.$/],
    [
      { verified: { ok: false, command: "make" } },
      /complete, but the verify command failed\. It stays open\.$/,
    ],
    [{ summary: { verdict: "needs-reply", sentences: [] } }, /asks you something/],
    [{ summary: { verdict: "failed", sentences: [] } }, /ended without success, by its own words\.$/],
    [{ summary: { verdict: "partial", sentences: [] } }, /complete in part, by its own words\.$/],
    [{ summary: { verdict: "done", sentences: [] } }, / complete\.$/],
  ])("begins with what matters most: %j", (about, title) => {
    expect(lines(about)[0]).toMatch(title);
  });

  it("2: has a button that says what an end which is not certain rests on", () => {
    expect(labels(renderReport(report({ certain: false })))).toEqual([["Attach", "Why", "Stop"]]);
  });

  it("says that facts are still being measured", () => {
    expect(lines({ complete: false, facts: { durationMs: 1 } })[1]).toBe("(still measuring)");
  });

  it("folds the last message away once sentences say it", () => {
    const draft = renderReport(report({ summary: { verdict: "done", sentences: ["One.", "Two."] } }));
    expect(draft.text.split("\n")[2]).toBe("One. Two.");
    expect(draft.entities.at(-1)?.type).toBe("expandable_blockquote");
  });

  it("12: says that it was cleared up, and has no buttons then", () => {
    const draft = renderReport(report({ closed: true }));
    expect(draft.text).toContain("Cleared up: nothing of it runs any more.");
    expect([labels(draft), labels(renderReport(report({ withdrawn: true })))]).toEqual([[], []]);
  });

  it.each(hardTexts)("is a message that Telegram takes, whatever was said: %.20j", (text) => {
    const tests = { outcome: "unclear" as const, command: text };
    const known: Facts = { gitUnavailable: text, tests, durationMs: 1 };
    const about = { session: longestName, lastMessage: text, resume: text, facts: known };
    expectSound(renderReport(report(about)));
    const summary = { verdict: "done" as const, sentences: [text, text, text] };
    expectSound(renderReport(report({ ...about, summary, verified: { ok: false, command: text } })));
  });
});
