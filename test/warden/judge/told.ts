/** What is told of a session, step by step, as evidence of it comes in. */
import type { Evidence } from "../../../src/warden/evidence/evidence.ts";
import * as s from "./situation.ts";

export type Step = readonly [ms: number, ...evidence: Evidence[]];

/** Keys of all that is carried out, in order: judged with each piece of evidence, and at moments without one. */
export function told(...steps: readonly Step[]): string[] {
  const all: Evidence[] = [];
  const done: string[] = [];
  const judge = (ms: number) => {
    for (const one of s.decisions(all, ms, done))
      if ("key" in one && !done.includes(one.key)) done.push(one.key);
  };
  for (const [ms, ...evidence] of steps) {
    for (const one of evidence) {
      all.push(one);
      judge(ms);
    }
    judge(ms);
  }
  return done;
}

/** A session at work on its first turn. */
export const begun = s.atWork.map((one): Step => [one.at - s.t0, one]);

export const sessionStart = (ms: number, source: string) =>
  s.hook(ms, { event: "SessionStart", source, transcript: "/next" });
