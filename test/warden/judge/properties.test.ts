/** Whatever happens in whatever order: a verdict is found, and nothing is ended that does not look ended. */
import { describe, expect, it } from "vitest";
import { SessionState } from "../../../src/protocol/session.ts";
import { classify } from "../../../src/warden/judge/classify.ts";
import { decide } from "../../../src/warden/judge/decide.ts";
import { agreeing, evidenceOf, overMs } from "./agreement.ts";
import { seeded, story } from "./random.ts";
import * as s from "./situation.ts";

const seeds = Array.from({ length: 4_000 }, (_, at) => at + 1);

/** What invariant 1 asks for, said once more and apart from the code that decides. */
function looksOver(evidence: ReturnType<typeof story>["evidence"], ms: number): boolean {
  const seen = s.fold(evidence);
  const now = s.t0 + ms;
  const { stop, registry, screen, tmux, log } = seen;
  if (!stop || !registry || !screen || !tmux || !log) return false;
  const quiet = now - log.changedAt >= s.policy.graceMs && now - stop.at >= s.policy.graceMs;
  const fresh = now - screen.at <= 10_000 && now - tmux.at <= 10_000;
  const free = stop.tasks.length === 0 && stop.wakeUps.length === 0 && !stop.lastMessage.includes("?");
  const told = seen.judged[stop.id] === "agreed" || seen.judged[stop.id] === "no-opinion";
  const empty = screen.typed === "" && screen.dialog === null;
  const alone = tmux.attached === 0 && tmux.panes === 1;
  const known = seen.version?.certified === true;
  return known && quiet && fresh && free && told && empty && alone && registry.status === "idle" && !seen.ask;
}

describe("1: any order of any evidence", () => {
  it("is judged without an error, into a state that is known", () => {
    for (const seed of seeds) {
      const { evidence, ms } = story(seed);
      const verdict = classify(s.fold(evidence), s.t0 + ms, s.policy);
      expect(SessionState.safeParse(verdict.state).success, `seed ${seed}`).toBe(true);
    }
  });

  it("never tears down what does not look over by every signal", () => {
    for (const seed of seeds) {
      const { evidence, ms } = story(seed);
      const torn = s.decisions(evidence, ms).some((one) => one.do === "tear-down" && one.confirmed);
      if (torn) expect(looksOver(evidence, ms), `seed ${seed}`).toBe(true);
    }
  });

  it("never tears down a session on which anything else happened after all had agreed, unless it looks over", () => {
    let torn = 0;
    for (const seed of seeds) {
      const { evidence } = story(seed, 4);
      const after = evidence.slice(1).map((one) => ({ ...one, at: one.at + overMs - 500 }));
      const all = [...evidenceOf(agreeing), ...after];
      const ms = overMs + Math.floor(seeded(seed)() * 9_000);
      if (!s.decisions(all, ms).some((one) => one.do === "tear-down" && one.confirmed)) continue;
      torn += 1;
      expect(looksOver(all, ms), `seed ${seed}`).toBe(true);
    }
    expect(torn).toBeGreaterThan(50);
  });

  it("2: never decides again what is done", () => {
    for (const seed of seeds) {
      const { evidence, ms } = story(seed);
      const seen = s.fold(evidence);
      const verdict = classify(seen, s.t0 + ms, s.policy);
      const done = new Set<string>();
      for (let round = 0; round < 4; round++) {
        const keys = decide({ seen, verdict, done }, s.policy, s.t0 + ms).flatMap((one) =>
          "key" in one ? [one.key] : [],
        );
        for (const key of keys) expect(done.has(key), `seed ${seed}`).toBe(false);
        for (const key of keys) done.add(key);
      }
      expect(decide({ seen, verdict, done }, s.policy, s.t0 + ms).filter((one) => "key" in one)).toEqual([]);
    }
  });
});
