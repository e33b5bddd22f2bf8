/**
 * The rules, in order: the first that finds something decides. Reading them from top to bottom is reading
 * what the states of a session mean.
 */
import * as asks from "./asks.ts";
import * as ends from "./ends.ts";
import type { Rule } from "./rule.ts";
import * as start from "./start.ts";
import * as turns from "./turns.ts";
import * as work from "./work.ts";

export const rulesInOrder: readonly Rule[] = [
  ends.endedByOrder,
  ends.endingByOrder,
  ends.neverLaunched,
  start.notLaunchedYet,
  start.exitBeforeLife,
  ends.exitEvent,
  ends.vanished,
  start.startUpDialog,
  start.noSignOfLife,
  asks.asked,
  asks.waitingWithoutAHook,
  asks.noTurnBegun,
  turns.turnFailed,
  turns.backgroundTasks,
  turns.wakeUps,
  turns.stopAndIdle,
  turns.stopAndQuiet,
  turns.interrupted,
  turns.idleWithoutStop,
  work.nothingMoves,
  start.noLifeYet,
  work.atWork,
];
