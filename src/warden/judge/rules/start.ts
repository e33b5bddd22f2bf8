/** Rules for the time between the launch and the first sign of life of Claude Code. */
import type { Rule } from "./rule.ts";

export const notLaunchedYet: Rule = {
  name: "not-launched-yet",
  judge: ({ launchedAt }) =>
    launchedAt === undefined ? { finding: { kind: "queued" }, state: "queued", because: [] } : undefined,
};

export const exitBeforeLife: Rule = {
  name: "exit-before-life",
  judge: ({ exit, aliveAt }) =>
    exit && aliveAt === undefined
      ? {
          finding: { kind: "not-started", why: `Claude Code ended at once with code ${exit.code}.` },
          state: "starting",
          because: [exit],
        }
      : undefined,
};

export const startUpDialog: Rule = {
  name: "start-up-dialog",
  judge: ({ aliveAt, screen }) =>
    aliveAt === undefined && screen && (screen.dialog !== null || screen.menu)
      ? {
          finding: {
            kind: "waiting",
            id: `dialog:${screen.dialog ?? "unknown"}`,
            ask: { kind: "dialog", dialog: screen.dialog ?? "one that I do not know", screen: screen.text },
          },
          state: "waiting",
          detail: "dialog",
          because: [screen],
        }
      : undefined,
};

/** A screen that nobody has read since is no evidence: after a restart it may show a dialog all along. */
export const noSignOfLife: Rule = {
  name: "no-sign-of-life",
  judge: ({ aliveAt, launchedAt = 0, screen, tmux }, _now, { startMs }) =>
    aliveAt === undefined && screen && screen.typed === null && screen.at - launchedAt >= startMs
      ? {
          finding: {
            kind: "not-started",
            why: `No sign of life of Claude Code within ${startMs / 1000} s.`,
          },
          state: "starting",
          because: [screen, tmux],
        }
      : undefined,
};

export const noLifeYet: Rule = {
  name: "no-life-yet",
  judge: ({ aliveAt }) =>
    aliveAt === undefined ? { finding: { kind: "starting" }, state: "starting", because: [] } : undefined,
};
