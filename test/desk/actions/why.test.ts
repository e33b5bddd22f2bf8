/** /why as a message: what a state rests on, short enough for a phone. */
import { describe, expect, it } from "vitest";
import { card } from "../../../src/desk/actions/why.ts";
import type { Explanation } from "../../../src/protocol/explanation.ts";
import { expectSound, hardTexts, labels, longestName, session } from "../message/sound.ts";

const at = 10_000_000;
const explanation = (about: Partial<Explanation> = {}): Explanation => ({
  view: session({ state: "finished", since: at - 120_000 }),
  at,
  rule: "stop-and-idle",
  says: "Claude Code said that the turn is over, and its registry says idle.",
  channels: [
    { name: "hooks", says: "the turn is over", at: at - 120_000 },
    { name: "screen", says: "not looked at", at: null },
  ],
  against: [],
  before: [{ state: "waiting", detail: "question", rule: "asked", at: at - 300_000 }],
  ...about,
});

describe("/why", () => {
  it("says the state and since when, the rule in one line, each channel's last word and its age, and what was before", () => {
    expect(card(explanation({ against: ["there is text in its prompt box"] })).text.split("\n")).toEqual([
      "claude-webapp-20260303-142000",
      "finished for 2 min",
      "Claude Code said that the turn is over, and its registry says idle. (stop-and-idle)",
      "What I heard last",
      "• hooks: the turn is over, 2 min ago",
      "• screen: not looked at",
      "It is not cleared up, because",
      "• there is text in its prompt box",
      "Before that",
      "• waiting (question), 5 min ago",
    ]);
  });

  it("1: says that nothing speaks against clearing up, and of a working session neither this nor that", () => {
    expect(card(explanation()).text).toContain("Nothing speaks against clearing it up");
    const working = card(explanation({ view: session({ state: "working" }) })).text;
    expect(working).not.toContain("clear");
  });

  it("of a session that is over counts from its end, and offers nothing", () => {
    const over = card(explanation({ view: session({ state: "closed" }), rule: "ended-by-order" }));
    expect(over.text.split("\n").slice(0, 2)).toEqual(["claude-webapp-20260303-142000", "closed"]);
    expect(over.text).toContain("• hooks: the turn is over, 2 min before");
    expect(labels(over)).toEqual([]);
    expect(labels(card(explanation()))).toEqual([["Status", "Stop"]]);
  });

  it("names a rule of another version that it has no words for", () => {
    expect(card(explanation({ rule: "a-rule-of-old", says: "" })).text).toContain(
      "By the rule a-rule-of-old.",
    );
  });

  it.each(hardTexts)("is a message that Telegram takes, whatever the channels say: %.20j", (text) => {
    const channels = Array.from({ length: 13 }, () => ({ name: "hooks", says: text, at }));
    const view = session({ name: longestName, state: "finished", detail: text });
    expectSound(card(explanation({ view, says: text, channels, against: [text, text] })));
  });
});
