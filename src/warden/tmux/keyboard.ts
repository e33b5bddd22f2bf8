/**
 * tmux as a keyboard: keys and pastes into one pane. Whether that pane may be typed into is not decided here. A text
 * goes as one bracketed paste (`-p`), its newlines as they are (`-r`), and Enter is a command of its own: in one
 * stream with the text it would be taken for a part of it.
 */
import { isNobodyThere, type TmuxOptions, type TmuxResult, tmuxClient } from "./client.ts";

export interface TypingPane {
  paneId: string;
  pid: number;
  dead: boolean;
  /** Terminals that look at it now, by whichever session. */
  attached: number;
  /** Copy mode or another of tmux's own: keys would go to tmux. */
  inMode: boolean;
  /** What is typed into it would go to other panes too. */
  synchronized: boolean;
}

export interface Keyboard {
  /** Every pane of the server, once. Throws TmuxError when tmux cannot tell. */
  panes(): Promise<TypingPane[]>;
  leaveMode(paneId: string): Promise<void>;
  press(paneId: string, key: "Escape" | "Enter"): Promise<void>;
  /** Says false, and pastes nothing, where the program has ended and tmux only keeps its pane on show. */
  paste(paneId: string, text: string): Promise<boolean>;
}

const format = "#{pane_id}|#{pane_pid}|#{pane_dead}|#{session_attached}|#{pane_in_mode}|#{pane_synchronized}";

const isDead = "dead";

export function createKeyboard(options: TmuxOptions): Keyboard {
  const { run, failed } = tmuxClient(options);
  let pastes = 0;

  async function must(what: string, args: readonly string[], input?: string): Promise<TmuxResult> {
    const result = await run(args, input);
    if (result.exitCode !== 0) throw failed(what, result);
    return result;
  }

  return {
    async panes() {
      const result = await run(["list-panes", "-a", "-F", format]);
      if (isNobodyThere(result.stderr)) return [];
      if (result.exitCode !== 0) throw failed("list its panes", result);
      return oncePerPane(result.stdout.split("\n").flatMap(parse));
    },
    async leaveMode(paneId) {
      await must("leave its copy mode", ["send-keys", "-t", paneId, "-X", "cancel"]);
    },
    async press(paneId, key) {
      await must(`press ${key}`, ["send-keys", "-t", paneId, key]);
    },
    async paste(paneId, text) {
      pastes += 1;
      const buffer = `jama-${process.pid}-${pastes}`;
      await must("take the text", ["load-buffer", "-b", buffer, "-"], text);
      // A paste into a dead pane is the end of the whole server (tmux 3.3a), every session with it. Asked and done by
      // the server in one go: between two commands of ours the program may end.
      const paste = `paste-buffer -p -r -d -b ${buffer} -t ${paneId}`;
      const leave = `delete-buffer -b ${buffer} ; display-message -p ${isDead}`;
      const args = ["if-shell", "-F", "-t", paneId, "#{pane_dead}", leave, paste];
      return (await must("paste the text", args)).stdout !== isDead;
    },
  };
}

function parse(line: string): TypingPane[] {
  const [paneId, pid, dead, attached, inMode, synchronized] = line.split("|");
  if (!paneId || pid === undefined) return [];
  return [
    {
      paneId,
      pid: Number(pid),
      dead: dead === "1",
      attached: Number(attached),
      inMode: Number(inMode) > 0,
      synchronized: synchronized === "1",
    },
  ];
}

/** A pane is listed for every session that shows it, and each may have somebody who looks. */
function oncePerPane(listed: readonly TypingPane[]): TypingPane[] {
  const panes = new Map<string, TypingPane>();
  for (const pane of listed) {
    const attached = (panes.get(pane.paneId)?.attached ?? 0) + pane.attached;
    panes.set(pane.paneId, { ...pane, attached });
  }
  return [...panes.values()];
}
