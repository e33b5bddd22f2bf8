/** Rules for sessions that are over, or are being ended. */
import { isLeftBehind } from "../../evidence/observation.ts";
import type { Observed } from "../../evidence/observed.ts";
import type { Rule } from "./rule.ts";

/** A vanished session is given this long for its exit event, which launch.sh writes last. */
const exitEventMs = 1_500;

const endedBy = { stop: "stopped", teardown: "closed", "clear-failed-start": "failed-start" } as const;

export const endedByOrder: Rule = {
  name: "ended-by-order",
  judge: ({ order, end }) =>
    order &&
    end && {
      finding: { kind: "ended", state: endedBy[order.order], leftovers: end.leftovers },
      state: endedBy[order.order],
      because: [order, end],
    },
};

export const endingByOrder: Rule = {
  name: "ending-by-order",
  judge: (seen) => {
    const { order, exit, goneSince, processGoneSince } = seen;
    const gone = exit !== undefined || goneSince !== undefined || processGoneSince !== undefined;
    if (!order || (isLeftBehind(seen) && !gone)) return undefined;
    return {
      finding: { kind: "ending", order: order.order },
      state: "working",
      detail: "ending",
      because: [order],
    };
  },
};

export const neverLaunched: Rule = {
  name: "never-launched",
  judge: ({ notLaunched }) =>
    notLaunched === undefined
      ? undefined
      : {
          finding: { kind: "ended", state: "failed-start", leftovers: [] },
          state: "failed-start",
          because: [],
        },
};

export const exitEvent: Rule = {
  name: "exit-event",
  judge: ({ exit }) =>
    exit && {
      finding: { kind: "exited", code: exit.code },
      state: "exited",
      detail: `code ${exit.code}`,
      because: [exit],
    },
};

/** A machine that was started again ended everything. Its name alone is not believed: a clock that is set may change it. */
export const machineRestarted: Rule = {
  name: "machine-restarted",
  judge: ({ rebooted, tmux, process }) => {
    if (!rebooted) return undefined;
    const noTerminal = tmux && tmux.at >= rebooted.at && (!tmux.present || tmux.dead);
    const noProcess = process && process.at >= rebooted.at && process.claude === "gone";
    if (!noTerminal && !noProcess) return undefined;
    const why = "The machine was restarted.";
    return { finding: { kind: "lost", why }, state: "lost", because: [rebooted, tmux, process] };
  },
};

/** Claude Code goes on without a terminal: nobody can reach it, and no exit will be written for long. */
export const orphaned: Rule = {
  name: "orphaned",
  judge: ({ goneSince, tmux, process }) =>
    goneSince !== undefined && process?.claude === "alive" && process.at >= goneSince
      ? {
          finding: {
            kind: "lost",
            why: `${terminalGone(tmux)} Claude Code itself still runs, and nobody can see or steer it (process ${process.pid}).`,
          },
          state: "lost",
          because: [tmux, process],
        }
      : undefined,
};

/**
 * An exit event can only come while launch.sh lives; it is not waited for once that was seen gone, after which the
 * mailbox was read. What counts is the time of the last look, not of the judgement.
 */
export const vanished: Rule = {
  name: "vanished",
  judge: ({ goneSince, tmux, process }) => {
    if (goneSince === undefined || !tmux) return undefined;
    const nobodyLeft = process?.launcher === "gone" && process.at >= goneSince;
    if (!nobodyLeft && tmux.at - goneSince < exitEventMs) return undefined;
    const why = `${terminalGone(tmux)} No exit was recorded.`;
    return { finding: { kind: "lost", why }, state: "lost", because: [tmux, process] };
  },
};

/** Its terminal is still there, and what ran in it is not; the disk may have been too full for the exit event. */
export const processGone: Rule = {
  name: "process-gone",
  judge: ({ process, processGoneSince }) =>
    process && processGoneSince !== undefined && process.at - processGoneSince >= exitEventMs
      ? {
          finding: { kind: "lost", why: "Claude Code's process is gone, and no exit was recorded." },
          state: "lost",
          because: [process],
        }
      : undefined,
};

function terminalGone(tmux: Observed["tmux"]): string {
  return tmux?.server === false
    ? "Its tmux session is gone, with the whole tmux server."
    : "Its tmux session is gone.";
}
