/** A tmux server of a test's own: separate socket, no configuration, gone at the end. */
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";

export class TmuxServer {
  /** For `tmux -L`. */
  readonly socket: string;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #folder: string;

  /** `environment` is all that the server and its panes inherit; PATH and TERM are added when missing. */
  constructor(environment: Readonly<Record<string, string>> = {}) {
    this.socket = `jama-test-${process.pid}-${randomBytes(4).toString("hex")}`;
    const path = process.env["PATH"] ?? "/usr/bin:/bin";
    this.#environment = { PATH: path, TERM: "xterm-256color", LANG: "C.UTF-8", ...environment };
    this.#folder = environment["TMUX_TMPDIR"] ?? "/tmp";
  }

  /** Runs a tmux command and gives what it printed. */
  async run(...args: string[]): Promise<string> {
    const options = { env: this.#environment, extendEnv: false, stripFinalNewline: true } as const;
    return (await execa("tmux", ["-f", "/dev/null", "-L", this.socket, ...args], options)).stdout;
  }

  /** Starts a detached session of 200x50 that runs a command. */
  async start(session: string, command: readonly string[], cwd: string): Promise<void> {
    await this.run("new-session", "-d", "-s", session, "-x", "200", "-y", "50", "-c", cwd, "--", ...command);
  }

  /** What the session's terminal shows; with `attributes` as escape sequences. */
  async capture(session: string, attributes = false): Promise<string> {
    return this.run("capture-pane", "-p", ...(attributes ? ["-e"] : []), "-t", `=${session}:`);
  }

  /** Types keys by their tmux names. */
  async keys(session: string, ...keys: string[]): Promise<void> {
    await this.run("send-keys", "-t", `=${session}:`, ...keys);
  }

  /** Names of the sessions; none when the server does not run. */
  async list(): Promise<string[]> {
    const listed = await this.run("list-sessions", "-F", "#{session_name}").catch(() => "");
    return listed.split("\n").filter((name) => name !== "");
  }

  /** The pid of the first process in the session's pane. */
  async panePid(session: string): Promise<number> {
    return Number(await this.run("display-message", "-p", "-t", `=${session}:`, "#{pane_pid}"));
  }

  /** Ends the server with everything that still hangs on its terminals; its socket file goes too. */
  async kill(): Promise<void> {
    try {
      if ((await this.list()).length > 0) await this.run("kill-server");
    } catch (error) {
      if ((await this.list()).length > 0) throw error; // it may have gone by itself in between
    }
    await rm(join(this.#folder, `tmux-${process.getuid?.()}`, this.socket), { force: true });
  }
}
