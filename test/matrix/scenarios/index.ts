/** All scenarios, in the order of the doc. */
import type { Scenario } from "../scenario.ts";
import { api } from "./api.ts";
import { background } from "./background.ts";
import { commands } from "./commands.ts";
import { desk } from "./desk.ts";
import { ends } from "./ends.ts";
import { interrupts } from "./interrupts.ts";
import { neighbours } from "./neighbours.ts";
import { output } from "./output.ts";
import { permissions } from "./permissions.ts";
import { questions } from "./questions.ts";
import { restarts } from "./restarts.ts";
import { start } from "./start.ts";
import { turns } from "./turns.ts";

export const scenarios: readonly Scenario[] = [
  ...turns,
  ...background,
  ...questions,
  ...permissions,
  ...interrupts,
  ...api,
  ...start,
  ...ends,
  ...desk,
  ...commands,
  ...neighbours,
  ...output,
  ...restarts,
];
