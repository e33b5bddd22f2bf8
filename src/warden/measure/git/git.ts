/**
 * The one thing the measuring asks of git: run it and say how it ended. Refusals of git are values here, so
 * that the callers can put them in words; nothing throws because git said no.
 */
export interface GitOptions {
  cwd: string;
  /** Added to the environment that the adapter was made with. */
  env?: Readonly<Record<string, string>>;
  timeoutMs?: number;
  signal?: AbortSignal;
}

export interface GitResult {
  /** `stopped`: by the time limit or the signal, with everything git had started; `no-git`: it could not be started. */
  ended: "exit" | "stopped" | "no-git";
  /** The exit code; -1 unless `ended` is `exit`. */
  code: number;
  stdout: string;
  stderr: string;
}

export interface Git {
  run(args: readonly string[], options: GitOptions): Promise<GitResult>;
}

/** Either a value or the reason for its absence, in plain words for the person. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; why: string };
