/** Measured facts as lines that a person reads. Pure; what is not known is not said, or said to be unclear. */
import type { Facts, GitFacts, TestFacts, TokenFacts } from "../../protocol/facts.ts";
import { count, duration, short } from "../message/words.ts";

/** "6 files changed. All tests passing. Branch: feat/api-pagination" */
export function headline({ git, gitUnavailable, tests }: Facts): string {
  const files =
    git && (git.filesChanged === 0 ? "No files changed." : `${count(git.filesChanged, "file")} changed.`);
  const branch = git && (git.branch === null ? "No branch (detached HEAD)" : `Branch: ${git.branch}`);
  return [
    files ?? (gitUnavailable && `Changes unclear: ${gitUnavailable}.`),
    tests && testWords(tests),
    branch,
  ]
    .filter((part) => part)
    .join(" ");
}

/** Lines, commits, pushed, time, tokens. */
export function details({ git, tokens, durationMs }: Facts): string {
  return [...(git ? gitWords(git) : []), duration(durationMs), tokens ? tokenWords(tokens) : ""]
    .filter((part) => part !== "")
    .join(" · ");
}

/** What was read from the cache costs a tenth and would drown the rest: it stands apart. */
function tokenWords({ input, output, cacheRead, cacheWrite }: TokenFacts): string {
  const used = `${short(input + output + cacheWrite)} tokens`;
  return cacheRead === 0 ? used : `${used} + ${short(cacheRead)} cached`;
}

function gitWords({ linesAdded, linesRemoved, commits, pushed, filesChanged }: GitFacts): string[] {
  const lines = filesChanged > 0 ? `+${linesAdded} −${linesRemoved}` : "";
  if (commits === 0) return [lines, filesChanged > 0 ? "not committed" : ""];
  const where = { pushed: "pushed", unpushed: "not pushed", "no-remote": "no remote" }[pushed];
  return [lines, `${count(commits, "commit")}, ${where}`];
}

function testWords(tests: TestFacts): string {
  switch (tests.outcome) {
    case "passing":
      return "All tests passing.";
    case "failing":
      return tests.failing === undefined
        ? `Tests failing (${tests.command}).`
        : `${count(tests.failing, "test")} failing.`;
    case "unclear":
      return `Tests unclear (${tests.command}).`;
    case "none":
      return "No tests run.";
  }
}
