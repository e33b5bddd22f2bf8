/** All scenarios, in the order of the doc. */
import type { Scenario } from "../scenario.ts";
import { background } from "./background.ts";
import { interrupts } from "./interrupts.ts";
import { turns } from "./turns.ts";

export const scenarios: readonly Scenario[] = [...turns, ...background, ...interrupts];
