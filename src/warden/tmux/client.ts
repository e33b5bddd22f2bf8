/** Runs tmux: its socket, its environment, and what its complaints mean. */
import { execa } from "execa";

/** tmux could not do it: `hint` is for the person. */
export class TmuxError extends Error {
  override name = "TmuxError";
  readonly hint: string;
  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.hint = hint;
  }
}

export interface TmuxOptions {
  socket: string | undefined;
  sshHost: string | undefined;
  /** Environment of the tmux client, and of a server that it starts: kept readable in /proc for ever. */
  env: Readonly<Record<string, string>>;
}

export interface TmuxResult {
  exitCode?: number | undefined;
  stdout: string;
  stderr: string;
  shortMessage?: string | undefined;
}

export interface TmuxClient {
  /** Arguments that name the socket. */
  readonly socket: readonly string[];
  /** Runs one command, with this on its input. Throws TmuxError when there is no tmux at all. */
  run(args: readonly string[], input?: string): Promise<TmuxResult>;
  failed(what: string, result: TmuxResult): TmuxError;
}

export function tmuxClient(options: TmuxOptions): TmuxClient {
  const socket = options.socket ? ["-L", options.socket] : [];
  return {
    socket,
    async run(args, input) {
      const result = await execa("tmux", [...socket, ...args], {
        env: options.env,
        extendEnv: false,
        reject: false,
        timeout: 10_000,
        cleanup: false, // it ends by itself; listening for the end of Jama costs as much as starting it
        ...(input === undefined ? { stdin: "ignore" as const } : { input }),
      });
      if (result.code === "ENOENT") {
        throw new TmuxError("tmux is not installed", "Install tmux, then send the task again.");
      }
      return result;
    },
    failed(what, result) {
      const said = result.stderr.trim() || result.shortMessage || "no reason given";
      return new TmuxError(`tmux could not ${what}: ${said}`, "Look at tmux on that machine.");
    },
  };
}

/** No server runs: nothing of anybody is there, which is an answer and no failure. */
export function isNobodyThere(stderr: string): boolean {
  return /no server running|error connecting to .*\((No such file|Connection refused)|no current (session|client|target)|server exited/i.test(
    stderr,
  );
}

export function isNoSuchPlace(stderr: string): boolean {
  return /can't find (session|pane|window)/i.test(stderr);
}
