/** Texts of Claude Code's screens: they change with its versions, so they are data and never stand in a rule. */
export interface ScreenTexts {
  /** The first version that shows these, as `major.minor.patch`; they hold until the next range begins. */
  since: string;
  /** What stands before the text in the prompt box, and before each prompt in the conversation. */
  prompt: string;
  /** What stands before a thing that Claude said or did. */
  bullet: string;
  /** A line of Claude Code's own in the conversation: neither Claude's words nor a tool's. */
  status: RegExp;
  /** A line of the conversation while a turn runs. */
  spinner: RegExp;
  /** In the footer while a turn runs. */
  interruptible: RegExp;
  /** A request that is sent again by itself: the whole match is shown to the person. */
  retrying: RegExp;
  /** How many shells and agents still run: the number is the first group. */
  tasks: RegExp;
  /** A line under a turn that somebody interrupted. */
  interrupted: RegExp;
  /** What Claude Code says in the place of an answer when the API failed. */
  failed: RegExp;
  /** The chosen one of numbered choices. */
  choice: RegExp;
  /** What a dialog says of the keys that it takes. */
  keys: RegExp;
  /** Dialogs before a session comes to life. */
  dialogs: readonly { name: string; title: string; says: RegExp }[];
}
