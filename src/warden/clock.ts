/** Time as this machine has it, for the parts that wait: tests give them another. */

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Does the job once, after so many milliseconds; gives what calls it off. */
export function later(ms: number, job: () => Promise<void>): () => void {
  const timer = setTimeout(() => void job(), ms);
  return () => clearTimeout(timer);
}
