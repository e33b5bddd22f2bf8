/** When a round of the sweep trusts the watches, by a clock of the test's own. */
import { expect, it } from "vitest";
import { Rhythm } from "../../../src/warden/sessions/rhythm.ts";

const t0 = 1_772_547_600_000;

function rounds(sweepMs: number, ...at: readonly number[]) {
  const rhythm = new Rhythm(sweepMs);
  return at.map((ms) => rhythm.begins(t0 + ms));
}

it("trusts no watch in the first round, and once in every ten seconds", () => {
  const trusts = rounds(2_000, 1_000, 3_000, 9_000, 11_000, 13_000, 20_000).map((one) => one.trusts);
  expect(trusts).toEqual([false, true, true, false, true, false]);
});

it("trusts none that is slower than that", () => {
  expect(rounds(15_000, 0, 15_000, 30_000).map((one) => one.trusts)).toEqual([false, false, false]);
});

it("does not take a look of a time to come for one: the clock was set back", () => {
  const hour = 3_600_000;
  expect(rounds(2_000, hour, 0, 2_000, 12_000).map((one) => one.trusts)).toEqual([false, false, true, false]);
});

it("knows a gap that only a sleeping machine explains", () => {
  expect(rounds(2_000, 0, 20_000, 53_000).map((one) => one.slept)).toEqual([false, false, true]);
});
