/**
 * Somebody who sits at the desk: waits for what is told, and answers. They go by as few of Claude Code's own words
 * as they can, since those change: it is Jama's reading that is tried, not theirs.
 */

export interface Desk {
  /** Resolves when this was told. */
  told(label: string): Promise<void>;
  /** Resolves when Claude Code has asked the model: it is up, and takes keys. */
  asksModel(): Promise<void>;
  /** Resolves when the project has this file. */
  has(file: string): Promise<void>;
  /** Chooses the option that reads so, until it is told that this was answered. */
  choose(option: RegExp): Promise<void>;
  /** Presses a key until this is told: Claude Code passes over what comes in a first moment. */
  pressUntilTold(label: string, key: string): Promise<void>;
  press(key: string): Promise<void>;
  /** Types a text, without Enter. */
  type(text: string): Promise<void>;
  /** SIGKILL to Claude Code itself. */
  kill(): Promise<void>;
}
