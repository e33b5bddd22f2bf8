/** What came of a scenario against what must come of it. Pure. */
import type { SessionEvent } from "../protocol/events.ts";
import type { Leftover } from "../protocol/leftover.ts";
import type { Expected } from "./scenario.ts";

export interface Got {
  /** Labels of what was told, in order. */
  told: readonly string[];
  /** States in the journal, in order. */
  states: readonly string[];
  /** What ran on after its end. */
  leftovers: readonly Leftover[];
  /** What went wrong on the way, a wait that came to nothing; or empty. */
  trouble: string;
}

/** The names of events that come when they come, and say nothing about the session's state. */
const besides: ReadonlySet<string> = new Set(["measured", "verified"]);
/** States that may stand before and between any others. */
const always: ReadonlySet<string> = new Set(["queued", "starting", "working"]);

/** An event in one word; undefined for what does not count. */
export function labelOf(event: SessionEvent): string | undefined {
  if (besides.has(event.type)) return undefined;
  switch (event.type) {
    case "asked":
      return `asked(${event.ask.kind})`;
    case "finished":
      return `finished${event.question ? "(question)" : ""}${event.certain ? "" : "(uncertain)"}`;
    case "exited":
      return event.code === null ? "lost" : `exited(${event.code})`;
    default:
      return event.type;
  }
}

/** True when no further event can make it right. */
export function isAstray(told: readonly string[], expected: Expected): boolean {
  return told.some((label, at) => label !== expected.told[at]);
}

export function isComplete(told: readonly string[], expected: Expected): boolean {
  return told.length >= expected.told.length;
}

/** What differs, a phrase each; empty when all is as expected. */
export function differences(expected: Expected, got: Got): string[] {
  const known = new Set([...always, ...expected.states, ...(expected.passing ?? [])]);
  const strange = got.states.filter((state) => !known.has(state));
  return [
    ...toldDifference(expected.told, got.told),
    ...strange.map((state) => `state ${state} is not expected`),
    ...missingState(expected.states, got.states),
    ...got.leftovers.map(({ pid, command }) => `left running: ${pid} ${command}`),
    ...(got.trouble ? [got.trouble] : []),
  ];
}

function toldDifference(expected: readonly string[], got: readonly string[]): string[] {
  const at = expected.findIndex((label, index) => got[index] !== label);
  if (at >= 0) return [`told ${got[at] ?? "nothing"} instead of ${expected[at]}`];
  return got.slice(expected.length).map((label) => `told ${label} besides`);
}

/** The first expected state that the journal does not hold at its place in the order. */
function missingState(expected: readonly string[], got: readonly string[]): string[] {
  let from = 0;
  for (const state of expected) {
    const at = got.indexOf(state, from);
    if (at < 0) return [`state ${state} is missing`];
    from = at;
  }
  return [];
}
