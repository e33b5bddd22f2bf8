/** The cut that `npm test` runs: one of each kind of scenario with all channels, and a few with channels broken. */
import { defaultVersion, olderVersion } from "../support/claude/fetch.ts";
import type { RunKey } from "./record.ts";
import type { ChannelSet } from "./scenario.ts";

const chosen: readonly (readonly [set: ChannelSet, version: string, ...scenarios: string[]])[] = [
  ["a", defaultVersion, "background-shell", "cron", "stop-hook-blocks", "question-answered", "esc-mid-tool"],
  ["a", defaultVersion, "api-400", "trust-asked", "kill-claude-at-work"],
  ["a", defaultVersion, "restart-after-the-end", "two-in-one-folder", "renamed"],
  ["a", defaultVersion, "attached-and-left-open", "restart-in-a-teardown", "tmux-server-replaced"],
  ["a", olderVersion, "background-agent", "permission-denied"],
  ["b", defaultVersion, "plain-turn", "question-left", "esc-mid-tool"],
  ["c", olderVersion, "plain-turn", "left-over-server"],
  ["d", defaultVersion, "plain-turn", "kill-claude-at-work", "long-silent-tool"],
];

/** `run` 1 has a key for a model of the bot's own, 2 has none. */
export const cut: readonly RunKey[] = chosen.flatMap(([set, version, ...scenarios]) =>
  scenarios.map((scenario, at) => ({ scenario, set, version, run: 1 + (at % 2) })),
);
