/** The ways in which watchers of Claude Code were seen to fail in the field, each with the scenarios that show it. */
import type { Scenario } from "../scenario.ts";

const field: readonly (readonly [failure: string, ...scenarios: string[]])[] = [
  ["Stop while background work runs", "background-shell", "two-background-shells", "background-agent"],
  ["a left-over server that runs for ever", "left-over-server", "detached-server"],
  ["interrupt without any event", "esc-early", "esc-mid-answer", "esc-mid-tool", "ctrl-c-once"],
  ["API error instead of Stop", "api-400", "api-billing", "api-403", "context-full"],
  ["no event at all after a tool; Stop missing", "hooks-fall-silent"],
  ["notification late or never", "question-left", "permission-allowed", "form-of-a-tool"],
  ["permission dismissed with Esc", "permission-dismissed", "question-dismissed", "plan-refused"],
  ["wording of a dialog that nobody knows", "list-as-a-task", "menu-as-a-task", "login-as-a-task"],
  ["text typed in the box but not sent", "text-left-in-the-box"],
  ["a tool's shell mistaken for an exit", "long-silent-tool", "much-output"],
  ["long silent thinking killed by a watchdog", "long-thinking", "long-silent-tool", "agent-at-work"],
  ["real hangs that ignore SIGTERM", "frozen"],
  ["dialogs before the first event", "trust-asked", "key-dialog", "theme-dialog", "servers-dialog"],
  ["pid reused, an entry that outlived its process", "stale-registry-entry", "kill-claude-at-work"],
  ["tmux server restarted", "tmux-server-replaced", "kill-tmux-server"],
  ["session id rotated by /clear", "cleared-and-on", "cleared-and-left"],
  ["two sessions in one folder", "two-in-one-folder", "own-session-beside"],
  ["usage limit reached: turns bounce in 0 s", "api-429-now"],
];

export function fieldLines(scenarios: readonly Scenario[]): string[] {
  const known = new Set(scenarios.map((one) => one.name));
  return field.map(([failure, ...names]) => {
    const missing = names.filter((name) => !known.has(name));
    if (missing.length > 0) throw new Error(`the field's list names no scenario: ${missing.join(", ")}`);
    return `- ${failure}: ${names.join(", ")}`;
  });
}
