/** States held against the expected ones. Pure. */
import type { SessionExpectation, StatePattern } from "../scenario.ts";

/** A state that shows for less than this may be a flicker of the evidence; whatever is told of it counts all the same. */
const debounceMs = 500;
/** Before anything is known; an order that is carried out. They tell nothing about the judge. */
const always: readonly StatePattern[] = ["queued", "starting", "ending"];

type State = { readonly state: string; readonly at: number };

export function stateFaults(
  { passes, final }: SessionExpectation,
  mayPass: readonly StatePattern[],
  states: readonly State[],
  until: number,
): string[] {
  const last = states.at(-1)?.state ?? "none";
  const missing = firstMissing(passes, states);
  const allowed = [...always, ...passes, ...mayPass, final];
  const strange = states.filter(
    ({ state, at }, index) =>
      !allowed.some((one) => isState(one, state)) && (states[index + 1]?.at ?? until) - at >= debounceMs,
  );
  return [
    ...(missing === undefined ? [] : [`never ${missing}; it was ${path(states)}`]),
    ...strange.map(({ state }) => `was ${state} for a while; it was ${path(states)}`),
    ...(isState(final, last) ? [] : [`is ${last} in the end, not ${final}`]),
  ];
}

/** "waiting" stands for any waiting; "finished|waiting(reply)" for either. */
export function isState(pattern: StatePattern, state: string): boolean {
  return pattern
    .split("|")
    .some((one) => one === state || (one === "waiting" && state.startsWith("waiting(")));
}

function firstMissing(passes: readonly StatePattern[], states: readonly State[]): StatePattern | undefined {
  let from = 0;
  for (const pattern of passes) {
    const at = states.findIndex(({ state }, index) => index >= from && isState(pattern, state));
    if (at < 0) return pattern;
    from = at + 1;
  }
  return undefined;
}

function path(states: readonly State[]): string {
  return states.map((one) => one.state).join(" > ") || "never judged";
}
