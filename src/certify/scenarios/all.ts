/** The core scenarios. Those that take longest come first, since several run at once. */
import type { Scenario } from "../scenario.ts";
import { asks } from "./asks.ts";
import { ends } from "./ends.ts";
import { turns } from "./turns.ts";

export const allScenarios: readonly Scenario[] = [...turns, ...asks, ...ends];
