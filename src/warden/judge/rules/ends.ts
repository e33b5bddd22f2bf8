/** Rules for sessions that are over, or are being ended. */
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
  judge: ({ order }) =>
    order && {
      finding: { kind: "ending", order: order.order },
      state: "working",
      detail: "ending",
      because: [order],
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

export const vanished: Rule = {
  name: "vanished",
  judge: ({ goneSince, tmux }, now) =>
    goneSince !== undefined && now - goneSince >= exitEventMs
      ? {
          finding: { kind: "lost", why: "Its tmux session is gone, and no exit was recorded." },
          state: "lost",
          because: [tmux],
        }
      : undefined,
};
