/** Expectations that many scenarios share. */
import type { Expectation, StatePattern } from "../scenario.ts";

/** It passes these states, is told as complete, and is torn down. More is told where `told` says so. */
export function tornDown(states: readonly StatePattern[], told: Expectation["told"] = []): Expectation {
  return {
    passes: [...states, "closed"],
    final: "closed",
    life: "torn-down",
    told: ["launched", ...told, "finished"],
  };
}

/** It passes these states, is told once more for each of `told`, and lives on in the last state. */
export function staysIn(states: readonly StatePattern[], told: Expectation["told"]): Expectation {
  return { passes: states, final: states.at(-1) ?? "working", life: "stays", told: ["launched", ...told] };
}

/** It ended without Jama, in the last of these states. */
export function isGone(states: readonly StatePattern[], told: Expectation["told"]): Expectation {
  return { passes: states, final: states.at(-1) ?? "exited", life: "gone", told: ["launched", ...told] };
}
