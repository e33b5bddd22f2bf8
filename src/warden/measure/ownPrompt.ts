/** Prompts that no person gave: what Claude Code says to itself. Pure. */

/** Enough of a prompt to know it again in the phrase of a wake-up. */
const headLength = 60;

/** A notice, such as that of a task that has ended. */
export function isNotice(prompt: string): boolean {
  return /^\s*<[a-z-]+>/.test(prompt);
}

/** The prompt of one of these wake-ups, which the session had set for itself. */
export function isWakeUp(prompt: string, wakeUps: readonly string[]): boolean {
  const head = prompt.trim().slice(0, headLength);
  return head !== "" && wakeUps.some((one) => one.includes(head));
}
