/** Random evidence from a seed: the same seed is the same story, so a failing one can be told again. */
import type { Evidence } from "../../../src/warden/evidence/evidence.ts";
import * as s from "./situation.ts";

export type Random = () => number;

/** A small generator of numbers in [0, 1): a linear congruence, good enough to shuffle stories. */
export function seeded(seed: number): Random {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function pick<T>(random: Random, from: readonly [T, ...T[]]): T {
  return from[Math.floor(random() * from.length)] ?? from[0];
}

const statuses = ["busy", "idle", "waiting", "shell", "unknown"] as const;
const messages = ["Done.", "Which one do you want?", "", "Shall I go on?"] as const;

/** One piece of evidence at a time; `stops` are the ids that came before. */
function piece(random: Random, ms: number, stops: readonly string[]): Evidence {
  const chance = (share: number) => random() < share;
  const of = stops.at(-1) ?? "none";
  const makers: readonly [() => Evidence, ...(() => Evidence)[]] = [
    () => s.start(ms),
    () => s.prompt(ms, `turn-${Math.floor(random() * 3)}`),
    () => s.stop(ms, { lastMessage: pick(random, messages) }),
    () => s.stop(ms),
    () => s.stop(ms, { tasks: chance(0.3) ? ["a server"] : [], wakeUps: chance(0.3) ? ["at noon"] : [] }),
    () => s.failure(ms),
    () => s.permission(ms),
    () => s.hook(ms, { event: "answered", tool: "AskUserQuestion" }),
    () => s.registry(ms, pick(random, statuses)),
    () => s.registry(ms, "idle"),
    () => s.log(ms, ms - Math.floor(random() * 200_000)),
    () => s.version(ms),
    () => s.version(ms, chance(0.7), chance(0.5) ? "registry" : "program"),
    () => s.tmux(ms),
    () => s.tmux(ms, { present: chance(0.9), dead: chance(0.1), attached: chance(0.2) ? 1 : 0 }),
    () => s.screen(ms),
    () => s.screen(ms, pick(random, [null, "", "half a thought"]), chance(0.2) ? "A dialog" : null),
    () => s.ending(ms, chance(0.5), "Done."),
    () => s.judged(ms, of, pick(random, ["agreed", "hold", "no-opinion"])),
    () => s.judged(ms, of, "agreed"),
    () => s.verified(ms, of, chance(0.5)),
  ];
  const rare: readonly [() => Evidence, ...(() => Evidence)[]] = [
    () => s.exit(ms, 137),
    () => s.order(ms, pick(random, ["stop", "teardown", "clear-failed-start"])),
    () => s.end(ms),
    () => ({ channel: "not-launched", at: s.t0 + ms, why: "no disk" }),
  ];
  return pick(random, chance(0.01) ? rare : makers)();
}

/** A story of up to `length` pieces, and the moment at which it is judged. */
export function story(seed: number, length = 25): { evidence: Evidence[]; ms: number } {
  const random = seeded(seed);
  let ms = 0;
  const stops: string[] = [];
  const evidence: Evidence[] = random() < 0.97 ? [s.launched] : [];
  for (let count = Math.floor(random() * length); count > 0; count--) {
    ms += Math.floor(random() * pick(random, [50, 2_000, 60_000]));
    const next = piece(random, ms, stops);
    if (next.channel === "hook" && next.fact.event === "Stop") stops.push(next.id);
    evidence.push(next);
  }
  return { evidence, ms: ms + Math.floor(random() * pick(random, [100, 9_000, 300_000])) };
}
