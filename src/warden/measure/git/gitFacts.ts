/** Turns a measurement into its part of the protocol's facts: numbers, or plain words where they are lacking. */
import type { Facts } from "../../../protocol/facts.ts";
import type { GitMeasure } from "./measureGit.ts";

/** Pure. What a partial measurement does know is put in the words. */
export function gitFacts(measure: GitMeasure): Pick<Facts, "git" | "gitUnavailable"> {
  if (measure.kind === "measured") return { git: measure.facts };
  if (measure.kind === "unavailable") return { gitUnavailable: measure.why };
  const known = [
    measure.branch === null ? "HEAD is detached" : `branch ${measure.branch}`,
    measure.commits === undefined
      ? undefined
      : `${measure.commits} new commit${measure.commits === 1 ? "" : "s"}`,
    measure.pushed === "no-remote" ? "no remote" : measure.pushed,
  ].filter((part) => part !== undefined);
  return { gitUnavailable: `files were not compared (${measure.why}); ${known.join(", ")}` };
}
