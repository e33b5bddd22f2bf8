/** One situation to record. */
import type { Lab, LabOptions } from "../support/claude/lab.ts";
import type { Keeper } from "./keeper.ts";

export interface Scenario {
  readonly lab?: Partial<LabOptions>;
  run(lab: Lab, keep: Keeper): Promise<void>;
}
