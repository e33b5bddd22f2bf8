/** How much the measuring may cost before it gives up: the work must never wait for it. */
export interface Limits {
  /** For the whole operation, in milliseconds. */
  timeMs: number;
  /** Bytes of untracked files that are not ignored; more is not hashed. */
  untrackedBytes: number;
}

export const defaultLimits: Limits = { timeMs: 10_000, untrackedBytes: 200 * 1024 * 1024 };

/** Ends when the time is over or when the caller's own signal says so. */
export function limitSignal(limits: Limits, signal?: AbortSignal): AbortSignal {
  const timer = AbortSignal.timeout(limits.timeMs);
  return signal === undefined ? timer : AbortSignal.any([timer, signal]);
}
