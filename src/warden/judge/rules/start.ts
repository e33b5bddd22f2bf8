/** Rules for the time between the launch and the first sign of life of Claude Code. */
import { type Observed, watchedSince } from "../../evidence/observation.ts";
import { startDialogId, wasThereFirst } from "../startDialog.ts";
import type { Rule } from "./rule.ts";

/** What painted something this long before its time was up does run, and is not ended. */
const quietMs = 10_000;
/** A dialog that a screen lacks for this long was answered. */
const paintMs = 5_000;

/** Codes from here on tell of a signal: that start did not fail, somebody ended it. */
const killed = 128;

export const notLaunchedYet: Rule = {
  name: "not-launched-yet",
  judge: ({ launchedAt }) =>
    launchedAt === undefined ? { finding: { kind: "queued" }, state: "queued", because: [] } : undefined,
};

export const exitBeforeLife: Rule = {
  name: "exit-before-life",
  judge: ({ exit, aliveAt }) =>
    exit && exit.code < killed && aliveAt === undefined
      ? {
          finding: { kind: "not-started", why: `Claude Code ended at once with code ${exit.code}.` },
          state: "starting",
          because: [exit],
        }
      : undefined,
};

/** Painted anew, as when somebody attaches, it may be missing from a look. */
export const startUpDialog: Rule = {
  name: "start-up-dialog",
  judge: (seen) => {
    const { screen, menu } = seen;
    return isBeforeLife(seen) && screen && menu && screen.at - menu.at < paintMs
      ? {
          finding: {
            kind: "waiting",
            id: startDialogId(menu),
            ask: { kind: "dialog", dialog: menu.dialog ?? "one that I do not know", screen: menu.text },
          },
          state: "waiting",
          detail: "dialog",
          because: [screen],
        }
      : undefined;
  },
};

/** On a very busy machine the registry speaks only after a dialog is painted: of a time before it, or of the dialog itself. */
function isBeforeLife(seen: Observed): boolean {
  const { aliveAt, hooksSeen, registry, menu } = seen;
  if (aliveAt === undefined) return true;
  if (hooksSeen || !menu || !registry || !wasThereFirst(seen)) return false;
  return registry.status === "waiting" || registry.updatedAt < menu.since;
}

/** It leads to the end of the session: so nobody looks on, and nothing at all was painted for a while (invariant 1). */
export const noSignOfLife: Rule = {
  name: "no-sign-of-life",
  judge: (seen, _now, { startMs }) =>
    isOverdue(seen, startMs) &&
    !(seen.tmux && seen.tmux.attached > 0) &&
    !(seen.log && seen.log.changedAt > watchedSince(seen) + startMs - quietMs)
      ? {
          finding: {
            kind: "not-started",
            why: `No sign of life of Claude Code within ${startMs / 1000} s.`,
          },
          state: "starting",
          because: [seen.screen, seen.log, seen.tmux],
        }
      : undefined,
};

/** Something is there, and no channel knows it: the person sees the screen. */
export const unknownStart: Rule = {
  name: "unknown-start",
  judge: (seen, _now, { startMs }) =>
    isOverdue(seen, startMs)
      ? {
          finding: {
            kind: "waiting",
            id: "dialog:start",
            ask: { kind: "dialog", dialog: "something that I do not know", screen: seen.screen?.text ?? "" },
          },
          state: "waiting",
          detail: "dialog",
          because: [seen.screen, seen.log, seen.tmux],
        }
      : undefined,
};

/** A screen that nobody has read since is no evidence: after a restart it may show a dialog all along. */
function isOverdue(seen: Observed, startMs: number): boolean {
  const { aliveAt, screen } = seen;
  return (
    aliveAt === undefined && !!screen && screen.typed === null && screen.at - watchedSince(seen) >= startMs
  );
}

export const noLifeYet: Rule = {
  name: "no-life-yet",
  judge: ({ aliveAt }) =>
    aliveAt === undefined ? { finding: { kind: "starting" }, state: "starting", because: [] } : undefined,
};
