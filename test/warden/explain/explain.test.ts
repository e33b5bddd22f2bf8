/** A verdict explained: every rule has its words, every channel its last one. */
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/warden/evidence/evidence.ts";
import { evidenceWords } from "../../../src/warden/explain/evidenceWords.ts";
import { explainEnded, explainLive } from "../../../src/warden/explain/explain.ts";
import { ruleWords } from "../../../src/warden/explain/ruleWords.ts";
import type { JournalEntry } from "../../../src/warden/journal/journal.ts";
import { rulesInOrder } from "../../../src/warden/judge/rules/order.ts";
import { agreeing, evidenceOf, overMs } from "../judge/agreement.ts";
import * as s from "../judge/situation.ts";

function explain(evidence: readonly Evidence[], ms: number, entries: readonly JournalEntry[] = []) {
  const lastWords = new Map(evidence.map((one) => [one.channel, one]));
  const verdict = s.judge(evidence, ms);
  return explainLive({
    lastWords,
    seen: s.fold(evidence),
    verdict,
    policy: s.policy,
    entries,
    now: s.t0 + ms,
  });
}

const verdict = (ms: number, state: string, rule: string): JournalEntry => ({
  kind: "verdict",
  at: s.t0 + ms,
  state,
  rule,
  detail: "",
  because: [],
});

describe("what a rule says", () => {
  it.each(rulesInOrder.map((rule) => rule.name))("%s: is one line for a person", (rule) => {
    expect(ruleWords(rule)).toMatch(/^[A-Z].{20,140}\.$/);
  });

  it("is empty for a rule of another version", () => {
    expect(ruleWords("a-rule-of-old")).toBe("");
  });
});

describe("a live session explained", () => {
  it("names each channel's last word and its time, also the channels that are silent", () => {
    const { channels, rule, at } = explain([...s.atWork, s.log(1_000), s.log(9_000)], 10_000);
    expect([rule, at]).toEqual(["at-work", s.t0 + 10_000]);
    expect(channels).toEqual([
      { name: "hooks", says: "a prompt was taken", at: s.t0 + 600 },
      { name: "registry", says: "busy", at: s.t0 + 410 },
      { name: "tmux", says: "nothing heard", at: null },
      { name: "log", says: "grew to 10 kB", at: s.t0 + 9_000 },
      { name: "process", says: "not asked yet", at: null },
      { name: "screen", says: "not looked at", at: null },
      { name: "transcript", says: "not needed so far", at: null },
      { name: "launch", says: "tmux took it", at: s.t0 },
    ]);
  });

  it("1: says what speaks against clearing a finished one up, and nothing when nothing does", () => {
    expect(explain(evidenceOf(agreeing), overMs).against).toEqual([]);
    const typed = { ...agreeing, screen: s.screen(overMs - 500, "half a thought") };
    expect(explain(evidenceOf(typed), overMs).against).toEqual(["there is text in its prompt box"]);
  });

  it("says nothing against the end of one that is not finished", () => {
    expect(explain([...s.atWork, s.failure(5_000)], overMs)).toMatchObject({
      rule: "turn-failed",
      against: [],
    });
  });

  it("tells the verdicts before this one, newest first", () => {
    const entries = [verdict(1, "starting", "no-life-yet"), verdict(2, "working", "at-work")];
    const { before } = explain(s.atWork, 1_000, [...entries, verdict(3, "stuck", "nothing-moves")]);
    expect(before.map((one) => one.state)).toEqual(["working", "starting"]);
  });
});

describe("an ended session explained", () => {
  it("says by its journal how it ended, and what each channel said last", () => {
    const evidence = [...s.atWork, s.exit(5_000, 137)].map(
      (one): JournalEntry => ({ kind: "evidence", at: one.at, evidence: one }),
    );
    const entries = [...evidence, verdict(800, "working", "at-work"), verdict(5_000, "exited", "exit-event")];
    const said = explainEnded(entries);
    expect(said).toMatchObject({ rule: "exit-event", at: s.t0 + 5_000, before: [{ state: "working" }] });
    expect(said?.channels).toContainEqual({
      name: "exit",
      says: "Claude Code exited with code 137",
      at: s.t0 + 5_000,
    });
  });

  it("has nothing to say without a journal", () => {
    expect(explainEnded([])).toBeUndefined();
  });
});

describe("the words of a channel", () => {
  it.each<[Evidence, string]>([
    [s.stop(1), "the turn is over"],
    [
      s.stop(1, { tasks: ["a", "b"], wakeUps: ["c"] }),
      "the turn is over, 2 tasks still running, 1 wake-up set",
    ],
    [s.failure(1), "the turn failed: overloaded"],
    [s.permission(1), "it asks you: permission"],
    [s.registry(1, "waiting", "permission prompt"), "waiting (permission prompt)"],
    [s.registry(1, "unknown"), "it has no entry any more"],
    [s.tmux(1, { attached: 1 }), "there, 1 terminal attached"],
    [s.tmux(1, { panes: 2 }), "there, nobody attached, 2 panes"],
    [s.tmux(1, { present: false }), "no such session"],
    [s.screen(1), "an empty prompt"],
    [s.screen(1, "half a thought"), "text in the prompt box"],
    [s.screen(1, null), "no prompt to be seen"],
    [s.screen(1, null, "trust"), "a dialog: trust"],
    [s.ending(1, true), "ends with an interruption"],
    [s.verified(1, "x", false), "failed"],
    [s.end(1), "nothing of it runs any more"],
  ])("%# %o", (evidence, words) => {
    expect(evidenceWords(evidence)).toBe(words);
  });
});
