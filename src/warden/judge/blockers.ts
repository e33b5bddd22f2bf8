/**
 * Invariant 1, no false kill: everything that speaks against tearing a finished session down. Only an empty
 * list allows it; a channel that is missing, old or unreadable is an entry like any other.
 */
import { isPainted, type Observed } from "../evidence/observation.ts";
import { namesOf } from "./names.ts";
import type { Policy, VerdictOf } from "./verdict.ts";

export interface Blocker {
  name: string;
  why: string;
  /** True when time alone will not lift it. */
  lasting: boolean;
  /** True when the person has not heard of it yet. */
  tell: boolean;
  /** True when it only means that nobody looked lately. */
  unseen: boolean;
}

/** A screen or a list of panes older than this says nothing about now. */
const freshMs = 10_000;
/** The desk's word comes within seconds, or after its next start. */
const judgeMs = 600_000;
/** A screen caught while it is painted shows no prompt: only one that stays away is worth a word. */
const noPromptMs = 5_000;

export function blockers(
  seen: Observed,
  verdict: VerdictOf<"finished">,
  policy: Policy,
  now: number,
): Blocker[] {
  const { stop } = verdict;
  const judged = namesOf(stop, seen)
    .map((name) => seen.judged[name])
    .find((word) => word !== undefined);
  const verified = seen.verified[stop.id];
  // What ended while Jama was away is told only now: whoever reads it has the same time to drop in.
  const toldAt = Math.max(stop.at, seen.adoptedAt ?? 0);
  const { tmux, log, registry } = seen;
  // A stale screen allows nothing. It forbids as long as nothing was painted since: it would be read in vain.
  const isSeen = isFresh(seen, stop.at, now);
  const screen = isSeen || isUnpainted(seen, stop.at) ? seen.screen : undefined;
  const promptAway = now - (seen.promptAwaySince ?? now) >= noPromptMs;
  const found: (Blocker | false)[] = [
    !verdict.certain && lasting("uncertain", "not every channel could confirm the end", false),
    verdict.question && lasting("question", "its last message asks you something", false),
    judged === "hold" && lasting("hold", "its last message seems to need you", false),
    judged === undefined && now - toldAt < judgeMs && passing("unjudged", "the completion is not worded yet"),
    judged === undefined &&
      now - toldAt >= judgeMs &&
      lasting("never-judged", "nobody could say whether its last message needs you", true),
    seen.cleared === true && lasting("cleared", "another conversation was begun in it", false),
    policy.verifies && verified === undefined && passing("verifying", "the verify command has not ended"),
    verified === false && lasting("verify-failed", "the verify command failed", false),
    now - toldAt < policy.graceMs && passing("grace", "the grace period runs"),
    registry?.status !== "idle" && passing("registry", "the registry does not say idle"),
    !log && lasting("no-log", "its log cannot be read", true),
    !!log && now - log.changedAt < policy.graceMs && passing("log", "its log still grows"),
    (!tmux || now - tmux.at > freshMs) && unseen("tmux-unseen", "tmux has not been heard lately"),
    !!tmux && (!tmux.present || tmux.dead) && passing("gone", "its tmux session is gone"),
    !!tmux && tmux.attached > 0 && passing("attached", "somebody is attached"),
    !!tmux && tmux.panes > 1 && lasting("panes", "somebody opened another pane in it", true),
    !isSeen && unseen("screen-unseen", "its screen has not been read lately"),
    screen?.typed === null &&
      promptAway &&
      lasting("no-prompt", "its prompt cannot be seen on the screen", true),
    screen?.typed === null && !promptAway && unseen("no-prompt-yet", "its prompt could not be seen just now"),
    !!screen?.typed && lasting("typed", "there is text in its prompt box", true),
    !!screen?.ended && lasting("ended", "its screen shows no clean end", true),
    !!screen?.working && passing("at-work", "its screen says that it works"),
    !!screen?.tasks && lasting("tasks", "its screen counts tasks of its own", true),
    !!screen?.menu && lasting("menu", "something on its screen waits for a key", true),
    !!screen?.dialog && lasting("dialog", "a dialog is on its screen", true),
    !seen.version && lasting("version-unknown", "nothing tells which version of Claude Code it runs", true),
    // Told once for the version, not for each session.
    seen.version?.certified === false &&
      lasting("uncertified", `Claude Code ${seen.version.version} is not certified: see /certify`, false),
  ];
  return found.filter((one): one is Blocker => one !== false);
}

function isFresh({ screen, log }: Observed, stopAt: number, now: number): boolean {
  if (!screen || screen.at < stopAt || now - screen.at > freshMs) return false;
  return !log || screen.at >= log.changedAt;
}

function isUnpainted({ screen, log }: Observed, stopAt: number): boolean {
  return screen !== undefined && screen.at >= stopAt && isPainted(screen, log);
}

const plain = { lasting: false, tell: false, unseen: false };
const lasting = (name: string, why: string, tell: boolean): Blocker => ({
  ...plain,
  name,
  why,
  lasting: true,
  tell,
});
const passing = (name: string, why: string): Blocker => ({ ...plain, name, why });
const unseen = (name: string, why: string): Blocker => ({ ...plain, name, why, unseen: true });
