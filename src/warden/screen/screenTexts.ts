/** Texts of Claude Code's screens: they change with its versions, so they are data and never stand in a rule. */
export interface ScreenTexts {
  /** What stands before the text in the prompt box. */
  prompt: string;
  /** Dialogs before a session comes to life. */
  dialogs: readonly { name: string; title: string; says: RegExp }[];
}
