/**
 * tmux as the warden needs it: start a session, see all panes with one process, read a screen, end a session.
 * Targets are exact (`=name`), fields are parted by `|`, and "there is none" is told apart from "tmux failed".
 */
import { isNobodyThere, isNoSuchPlace, type TmuxOptions, tmuxClient } from "./client.ts";

export interface PaneInfo {
  session: string;
  /** The terminal's device: it is gone with the pane, at once. */
  tty: string;
  paneId: string;
  pid: number;
  dead: boolean;
  /** Terminals that look at this session now. */
  attached: number;
}

export interface Tmux {
  /** Starts `argv` (run without a shell) in a new detached session of 200x50. Throws TmuxError. */
  newSession(name: string, folder: string, argv: readonly string[]): Promise<void>;
  /** Every pane of the server; undefined when no server runs. Throws TmuxError when tmux cannot tell. */
  listPanes(): Promise<PaneInfo[] | undefined>;
  /** Names of the sessions that a terminal is attached to; undefined when no server runs. Throws TmuxError. */
  attached(): Promise<ReadonlySet<string> | undefined>;
  /** What these panes show, with attributes, by pane id; read by one program. One that is gone is not among them. */
  screens(panes: readonly string[]): Promise<Map<string, string>>;
  /** What the session's pane shows, a line each; undefined when there is no such session. */
  capture(session: string): Promise<string | undefined>;
  killSession(session: string): Promise<void>;
  /** The command with which a person attaches. */
  attachCommand(session: string): string;
}

const paneFormat = "#{pane_id}|#{pane_pid}|#{pane_dead}|#{session_attached}|#{pane_tty}|#{session_name}";
/** Parts one screen from the next; a screen that shows this very text is misread, and read again at the next look. */
const mark = "=====jama: next=====";
/** tmux takes 16 KB of arguments in one call. */
const chained = 100;

export function createTmux(options: TmuxOptions): Tmux {
  const { run, failed, socket } = tmuxClient(options);

  return {
    async newSession(name, folder, argv) {
      const result = await run([
        "new-session",
        "-d",
        "-s",
        name,
        "-x",
        "200",
        "-y",
        "50",
        "-c",
        folder,
        ...argv,
      ]);
      if (result.exitCode !== 0) throw failed("start a session", result);
    },
    async listPanes() {
      const result = await run(["list-panes", "-a", "-F", paneFormat]);
      if (result.exitCode === 0) return result.stdout.split("\n").flatMap(parsePane);
      if (isNobodyThere(result.stderr)) return undefined;
      throw failed("list its panes", result);
    },
    async attached() {
      const result = await run(["list-clients", "-F", "#{client_session}"]);
      if (result.exitCode === 0) return new Set(result.stdout.split("\n"));
      if (isNobodyThere(result.stderr)) return undefined;
      throw failed("list who is attached", result);
    },
    async screens(panes) {
      const shown = new Map<string, string>();
      // A pane that is gone ends the chain: what is behind it is asked for again, without it.
      for (let left = [...panes]; left.length > 0; ) {
        const asked = left.slice(0, chained);
        const chain = asked.flatMap((pane) => [
          ...`capturep -p -e -t ${pane} ; display -p`.split(" "),
          mark,
          ";",
        ]);
        const { stdout, stderr } = await run(chain.slice(0, -1));
        if (isNobodyThere(stderr)) break;
        const parts = `${stdout}\n`.split(`${mark}\n`).slice(0, -1);
        for (const [place, text] of parts.entries()) shown.set(asked[place] ?? "", text);
        left = left.slice(parts.length === asked.length ? parts.length : parts.length + 1);
      }
      return shown;
    },
    async capture(session) {
      const result = await run(["capture-pane", "-p", "-t", `=${session}:`]);
      if (result.exitCode === 0) return result.stdout;
      if (isNobodyThere(result.stderr) || isNoSuchPlace(result.stderr)) return undefined;
      throw failed("read the screen", result);
    },
    async killSession(session) {
      const result = await run(["kill-session", "-t", `=${session}`]);
      if (result.exitCode === 0 || isNobodyThere(result.stderr) || isNoSuchPlace(result.stderr)) return;
      throw failed("end the session", result);
    },
    attachCommand(session) {
      const attach = ["tmux", ...socket, "attach", "-t", session].join(" ");
      return options.sshHost ? `ssh ${options.sshHost} -t ${attach}` : attach;
    },
  };
}

function parsePane(line: string): PaneInfo[] {
  const [paneId, pid, dead, attached, tty, ...name] = line.split("|");
  if (paneId === undefined || pid === undefined || tty === undefined || name.length === 0) return [];
  const numbers = { pid: Number(pid), attached: Number(attached) };
  return [{ session: name.join("|"), paneId, tty, dead: dead === "1", ...numbers }];
}
