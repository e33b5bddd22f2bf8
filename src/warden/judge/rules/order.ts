/**
 * The rules, in order: the first that finds something decides. Reading them from top to bottom is reading
 * what the states of a session mean.
 */
import * as asks from "./asks.ts";
import * as ends from "./ends.ts";
import * as resumed from "./resumed.ts";
import * as retries from "./retries.ts";
import type { Rule } from "./rule.ts";
import * as silent from "./silent.ts";
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
  ends.machineRestarted,
  ends.orphaned,
  ends.vanished,
  ends.processGone,
  start.startUpDialog,
  start.noSignOfLife,
  start.unknownStart,
  asks.asked,
  asks.waitingWithoutAHook,
  asks.noTurnBegun,
  asks.menuOnTheScreen,
  resumed.machineTurnFirst,
  turns.turnFailed,
  turns.backgroundTasks,
  turns.wakeUps,
  turns.shellsGone,
  turns.stopAndIdle,
  turns.stopAndQuiet,
  silent.interrupted,
  silent.failedSilently,
  silent.tasksSilently,
  silent.finishedSilently,
  retries.sendsAgain,
  work.nothingMoves,
  start.noLifeYet,
  work.atWork,
];
