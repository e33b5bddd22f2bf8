/** The shape of a scenario: what the model is scripted to do, what somebody does at the desk, what must come of it. */
import type { Step } from "../modelapi/index.ts";
import type { Desk } from "./desk.ts";

export interface Expected {
  /** What is told, in order, as `labelOf` names it. */
  told: readonly string[];
  /** States in the journal, in order; these may stand between them: `passing`. */
  states: readonly string[];
  passing?: readonly string[];
  /** It stays open when all is told: nothing more may come of it in the time of a teardown. */
  stays?: boolean;
}

export interface Scenario {
  /** In the table, and in certified.json. */
  name: string;
  /** Permission mode; `bypassPermissions` when nothing else is said. */
  mode?: string;
  /** False: Claude Code sees its project for the first time. */
  trusted?: boolean;
  /** Files of the project beside its README, by path. */
  files?: Readonly<Record<string, string>>;
  steps: readonly Step[];
  /** What somebody does at the desk. */
  play?(desk: Desk): Promise<void>;
  expected: Expected;
}
