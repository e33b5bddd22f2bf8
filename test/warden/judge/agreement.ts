/** A finished session of which every signal agrees that it is over, and the ways to break one of them. */
import type { Evidence } from "../../../src/warden/evidence/evidence.ts";
import * as s from "./situation.ts";

/** The Stop comes at 5 s; everything is looked at again shortly before the judgement. */
export const overMs = 5_000 + s.policy.graceMs + 1_000;
export const stopId = "Stop@5000";

const lookMs = overMs - 500;

export interface Signals {
  stop: Evidence;
  registry: Evidence | undefined;
  version: Evidence | undefined;
  log: Evidence | undefined;
  tmux: Evidence | undefined;
  screen: Evidence | undefined;
  desk: Evidence | undefined;
  more: readonly Evidence[];
}

export const agreeing: Signals = {
  stop: s.stop(5_000),
  registry: s.registry(5_020, "idle"),
  version: s.version(450),
  log: s.log(5_200),
  tmux: s.tmux(lookMs),
  screen: s.screen(lookMs),
  desk: s.judged(6_000, stopId, "agreed"),
  more: [],
};

export function evidenceOf(signals: Signals): Evidence[] {
  const { stop, registry, version, log, tmux, screen, desk, more } = signals;
  const rest = [registry, version, log, tmux, screen, desk].filter((one) => one !== undefined);
  return [...s.atWork, stop, ...rest, ...more];
}

export interface Break {
  what: string;
  change: Partial<Signals>;
  /** The blocker that names it; undefined where the verdict is another one already. */
  blocker?: string;
  /** What is said of it once the grace period is over, if it was not said with the completion. */
  kept?: boolean;
}

/** Each breaks exactly one signal. */
export const breaks: readonly Break[] = [
  { what: "the Stop never came", change: { stop: s.log(5_100) } },
  { what: "a background task runs", change: { stop: s.stop(5_000, { tasks: ["a server"] }) } },
  { what: "a wake-up is set", change: { stop: s.stop(5_000, { wakeUps: ["at noon"] }) } },
  {
    what: "the last message asks something",
    change: { stop: s.stop(5_000, { lastMessage: "Which of the two do you want?" }) },
    blocker: "question",
  },
  { what: "the registry is missing, and so says nothing", change: { registry: undefined } },
  { what: "the registry says busy", change: { registry: s.registry(5_020, "busy") } },
  { what: "the registry says shell", change: { registry: s.registry(5_020, "shell") } },
  { what: "the registry says waiting", change: { registry: s.registry(5_020, "waiting") } },
  { what: "the registry says something new", change: { registry: s.registry(5_020, "unknown") } },
  { what: "the registry's word is older than the turn", change: { registry: s.registry(500, "idle") } },
  {
    what: "nothing tells the version of Claude Code",
    change: { version: undefined },
    blocker: "version-unknown",
    kept: true,
  },
  {
    what: "the version of Claude Code is not certified",
    change: { version: s.version(450, false) },
    blocker: "uncertified",
  },
  {
    what: "the registry names a version that is not certified, though the program's is",
    change: { version: s.version(450, false), more: [s.version(460, true, "program")] },
    blocker: "uncertified",
  },
  { what: "the log is missing", change: { log: undefined }, blocker: "no-log", kept: true },
  { what: "the log grew within the grace period", change: { log: s.log(overMs - 1_000) }, blocker: "log" },
  { what: "tmux was never heard", change: { tmux: undefined }, blocker: "tmux-unseen" },
  { what: "tmux was heard too long ago", change: { tmux: s.tmux(overMs - 10_001) }, blocker: "tmux-unseen" },
  { what: "somebody is attached", change: { tmux: s.tmux(lookMs, { attached: 1 }) }, blocker: "attached" },
  {
    what: "somebody opened another pane",
    change: { tmux: s.tmux(lookMs, { panes: 2 }) },
    blocker: "panes",
    kept: true,
  },
  { what: "the screen was never read", change: { screen: undefined }, blocker: "screen-unseen" },
  {
    what: "the screen was read too long ago",
    change: { screen: s.screen(overMs - 10_001) },
    blocker: "screen-unseen",
  },
  {
    what: "the prompt is not on the screen just now",
    change: { screen: s.screen(lookMs, null) },
    blocker: "no-prompt-yet",
  },
  {
    what: "the prompt stays away from the screen",
    change: { screen: s.screen(lookMs - 5_000, null), more: [s.screen(lookMs, null)] },
    blocker: "no-prompt",
    kept: true,
  },
  {
    what: "there is text in the prompt box",
    change: { screen: s.screen(lookMs, "half a thought") },
    blocker: "typed",
    kept: true,
  },
  {
    what: "the screen shows an interruption",
    change: { screen: s.screen(lookMs, "", null, { ended: "interrupted" }) },
    blocker: "ended",
    kept: true,
  },
  {
    what: "somebody took up another conversation",
    change: {
      more: [
        s.hook(9_000, { event: "SessionStart", source: "startup", transcript: "/one.jsonl" }),
        s.hook(9_100, { event: "SessionStart", source: "resume", transcript: "/two.jsonl" }),
      ],
    },
    blocker: "cleared",
  },
  {
    what: "idle came long after the Stop, and no transcript tells why",
    change: { registry: s.registry(60_000, "idle") },
    blocker: "uncertain",
  },
  {
    what: "something on the screen waits for a key",
    change: { screen: s.screen(lookMs, "", null, { menu: true }) },
    blocker: "menu",
    kept: true,
  },
  {
    what: "the screen shows a spinner",
    change: { screen: s.screen(lookMs, "", null, { working: true }) },
    blocker: "at-work",
  },
  {
    what: "the screen counts a shell that runs",
    change: { screen: s.screen(lookMs, "", null, { tasks: 1 }) },
    blocker: "tasks",
    kept: true,
  },
  {
    what: "a dialog is on the screen",
    change: { screen: s.screen(lookMs, "", "Login needed", { menu: false }) },
    blocker: "dialog",
    kept: true,
  },
  { what: "the completion is not told yet", change: { desk: undefined }, blocker: "unjudged" },
  {
    what: "the model holds it back",
    change: { desk: s.judged(6_000, stopId, "hold") },
    blocker: "hold",
  },
  {
    what: "the desk spoke of another end only",
    change: { desk: s.judged(6_000, "Stop@1", "agreed") },
    blocker: "unjudged",
  },
  {
    what: "the verify command failed",
    change: { more: [s.verified(7_000, stopId, false)] },
    blocker: "verify-failed",
  },
];
