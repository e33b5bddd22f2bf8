/**
 * The core of the matrix: what is repeated (`--core --times 5`), at least one scenario of every kind. The others are
 * variants of these, and run in every `--full`.
 */
export const core: readonly string[] = [
  ...[
    "plain-turn",
    "long-silent-tool",
    "long-thinking",
    "asks-in-words",
    "stop-hook-blocks",
    "hooks-fall-silent",
  ],
  ...["background-shell", "background-agent", "left-over-server", "wake-up", "cron", "detached-server"],
  ...["question-answered", "questions-at-once", "question-dismissed", "plan-approved", "form-of-a-tool"],
  ...["permission-allowed", "permission-denied", "permission-dismissed"],
  ...["esc-early", "esc-mid-tool", "ctrl-c-twice", "exit-when-done", "cleared-and-on", "compacted"],
  ...[
    "kill-claude-at-work",
    "kill-script",
    "kill-tmux-server",
    "tmux-server-replaced",
    "resumed-with-a-dead-task",
  ],
  ...["api-400", "api-401", "api-429-now", "api-500", "api-529", "api-cuts-off", "context-full"],
  ...["two-in-one-folder", "stale-registry-entry", "prompt-at-the-desk", "attached-at-the-end"],
  ...[
    "text-left-in-the-box",
    "narrow-pane",
    "trust-asked",
    "menu-as-a-task",
    "much-output",
    "control-sequences",
  ],
  ...["restart-at-work", "restart-after-the-end", "restart-in-a-question", "restart-with-background"],
  ...["restart-in-a-teardown"],
];

/** One of every kind of ping: what `--quiet` measures. */
export const pings: readonly string[] = [
  ...["plain-turn", "long-silent-tool", "asks-in-words", "background-shell", "cron", "stop-hook-blocks"],
  ...["question-answered", "plan-approved", "permission-allowed", "permission-dismissed"],
  ...[
    "esc-early",
    "esc-mid-tool",
    "ctrl-c-once",
    "exit-when-done",
    "kill-claude-at-work",
    "kill-tmux-server",
  ],
  ...["api-400", "context-full", "prompt-at-the-desk", "two-in-one-folder"],
];
