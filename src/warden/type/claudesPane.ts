/**
 * Proves that Claude Code owns a pane before anything is typed into it (invariant 7). The pane runs this very
 * session's launch.sh, Claude Code's process is the one that this launch.sh began, it lives, and it is what its
 * terminal listens to: not an editor that it opened, not a shell behind it. What cannot be proven is a refusal.
 */
import { type Identity, readIdentity } from "../processes/identity.ts";
import type { Processes } from "../processes/processes.ts";
import type { Keyboard, TypingPane } from "../tmux/keyboard.ts";

export type Owned = { kind: "owned"; pane: TypingPane } | { kind: "refused"; why: string };

export interface ClaudesPaneInput {
  processes: Pick<Processes, "find" | "inForeground">;
  keyboard: Pick<Keyboard, "panes">;
}

export const notRunning = "Claude Code does not run any more";

export async function claudesPane(
  sessionFolder: string,
  { processes, keyboard }: ClaudesPaneInput,
): Promise<Owned> {
  const launcher = await readIdentity(sessionFolder, "launcher");
  const claude = await readIdentity(sessionFolder, "claude");
  if (!launcher || !claude) return refused("it is not known yet which process Claude Code is");
  const alive = await processes.find([launcher.pid, claude.pid]);
  const lives = ({ pid, start }: Identity) =>
    alive.some((one) => one.pid === pid && (start === "" || one.start === start));
  if (!lives(launcher) || !lives(claude)) return refused(notRunning);
  const pane = (await keyboard.panes()).find((one) => one.pid === launcher.pid && !one.dead);
  if (!pane) return refused("its terminal is gone");
  if (pane.synchronized) return refused("what is typed into its terminal would go to other panes too");
  if (!(await processes.inForeground(claude.pid)))
    return refused("something else than Claude Code has its terminal");
  return { kind: "owned", pane };
}

function refused(why: string): Owned {
  return { kind: "refused", why };
}
