/**
 * Rules for turns that ended and no hook said so: interrupted, failed without a word, hooks switched off or broken.
 * That it rests is told by the registry, or, where that is silent too, by the screen and a quiet log together; how
 * the turn ended, by the transcript, or by the screen.
 */
import type { Evidence, EvidenceOf } from "../../evidence/evidence.ts";
import {
  isPainted,
  isSilent,
  type Observed,
  type StopSeen,
  saysOnlyShells,
} from "../../evidence/observation.ts";
import { answerName, idleName, screenName } from "../names.ts";
import { asksPerson, finished } from "./finished.ts";
import type { Rule } from "./rule.ts";

/** An Esc is told by nothing but the registry: it is believed after this time, longer than its flashes (FACTS). */
const flashMs = 300;
/** A Stop that is only late comes within this. */
const settledMs = 2_000;
/** A working Claude Code repaints every second (FACTS). */
const quietMs = 1_500;
/** Where only the screen can tell, it is read with every round of the sweep. */
const lookMs = 5_000;

/** An end without a word may be half of an interruption: 2.1.197 has shown nothing of an Esc for 3 s on a busy machine. */
const wordlessMs = 8_000;

interface Rest {
  /** Names this end. */
  id: string;
  since: number;
  /** Nothing was painted since: the rest is as old as that, however late it was looked at. */
  quietSince: number;
  because: (Evidence | undefined)[];
}

/** That it rests, and no hook said how it came to; undefined while it works, waits, or a hook has spoken. */
function restOf(seen: Observed, now: number): Rest | undefined {
  const { stop, failure, ask, turn, hooksSeen, registry, compactingAt } = seen;
  if (stop || failure || ask || compactingAt !== undefined || (hooksSeen && !turn)) return undefined;
  if (isSilent(registry)) return isLeaving(seen, now) ? undefined : restOfScreen(seen, now);
  if (registry?.status === "shell") return restOfInterruption(seen);
  if (registry?.status !== "idle" || now - registry.at < flashMs) return undefined;
  if (turn && registry.updatedAt < turn.at) return undefined;
  return { id: idleName(registry), since: registry.at, quietSince: registry.at, because: [registry] };
}

/** Claude Code takes its entry away when it ends: 0.3 s before its exit event on a very busy machine. */
function isLeaving({ registry }: Observed, now: number): boolean {
  return registry !== undefined && now - registry.at < leavingMs;
}
const leavingMs = 3_000;

/** "shell" after an Esc: the command that it ended takes its time to die, or one in the background goes on. */
function restOfInterruption(seen: Observed): Rest | undefined {
  const { ending, registry, turn, busyAt = 0 } = seen;
  if (!ending || !registry || !saysOnlyShells(seen) || ending.at < Math.max(turn?.at ?? 0, busyAt))
    return undefined;
  // A Stop may be late, and say which tasks go on.
  const isEarly = ending.at >= registry.at && ending.at - registry.at < settledMs;
  if (!ending.interrupted && (ending.answered || isEarly)) return undefined;
  return { id: idleName(registry), since: ending.at, quietSince: ending.at, because: [registry] };
}

/** Read when all of it was painted, and quiet since. Once it was, a repaint alone is no work: the next look tells. */
function isStill({ screen, log }: Observed, since: number | undefined, now: number): boolean {
  if (!screen || !log || since === undefined) return false;
  const hasBeen = log.changedAt - since >= quietMs && now - screen.at < lookMs;
  return hasBeen || (isPainted(screen, log) && now - log.changedAt >= quietMs);
}

/** By a screen of this turn. */
function restOfScreen(seen: Observed, now: number): Rest | undefined {
  const { screen, log, screenTurns } = seen;
  // What Esc leaves running is no reason to wait.
  const restingSince = seen.restingSince ?? (screen?.ended === "interrupted" ? seen.servingSince : undefined);
  if (!screen || restingSince === undefined || !isStill(seen, restingSince, now)) return undefined;
  // A prompt that is back in its box had been taken, also where nobody looked meanwhile.
  const begun = screenTurns > 0 || screen.said !== "" || screen.ended !== null || screen.typed !== "";
  const quietSince = Math.min(restingSince, log?.changedAt ?? restingSince);
  const because = [screen, log];
  return begun ? { id: screenName(screenTurns), since: restingSince, quietSince, because } : undefined;
}

type Outcome =
  | { how: "interrupted"; turn: string }
  | { how: "failed" | "finished"; said: string; turn: string; name: string | undefined; wakes: Wakes };

/** What it has set for itself, and the prompt of a person that this goes back to. */
type Wakes = Pick<EvidenceOf<"transcript">, "wakeUps" | "personTurn">;

/** How it ended, by whichever was read after it came to rest. */
function outcomeOf(
  { ending, screen, turn, hooksSeen, restedOn }: Observed,
  rest: Rest,
): (Outcome & { by: Evidence }) | undefined {
  if (ending && ending.at >= rest.since && ending.at >= (turn?.at ?? 0)) {
    const { interrupted, answered, failure, lastMessage, answer, turn: prompt } = ending;
    const name = answer === "" ? undefined : answerName(answer);
    const ended = { wakes: ending, turn: prompt, name, by: ending };
    if (failure !== "") return { how: "failed", said: failure, ...ended };
    // A transcript is flushed late: where hooks never speak, an answer may still come.
    const unanswered = !answered && (hooksSeen || ending.at - rest.since >= settledMs);
    if (interrupted || unanswered) return { how: "interrupted", turn: prompt, by: ending };
    if (!answered) return undefined;
    return { how: "finished", said: lastMessage, ...ended };
  }
  if (!screen || screen.at < rest.since || screen.working) return undefined;
  // An early Esc puts the prompt back into its box; after /clear the box is empty, or holds the next one.
  const takenBack =
    screen.typed !== "" && screen.said === "" && screen.ended === null && restedOn === undefined;
  if (screen.ended === "interrupted" || takenBack) return { how: "interrupted", turn: "", by: screen };
  const how = screen.ended === "failed" ? "failed" : "finished";
  const wakes = { wakeUps: [], personTurn: "" };
  return { how, said: screen.said, wakes, turn: "", name: undefined, by: screen };
}

export const interrupted: Rule = {
  name: "interrupted",
  judge: (seen, now) => {
    const rest = restOf(seen, now);
    const outcome = rest && outcomeOf(seen, rest);
    if (outcome?.how !== "interrupted") return undefined;
    const id = seen.turn?.id || outcome.turn || rest?.id || "";
    const because = [...(rest?.because ?? []), outcome.by];
    return { finding: { kind: "interrupted", id }, state: "interrupted", because };
  },
};

export const failedSilently: Rule = {
  name: "failed-without-a-hook",
  judge: (seen, now) => {
    const rest = restOf(seen, now);
    const outcome = rest && outcomeOf(seen, rest);
    if (!rest || outcome?.how !== "failed") return undefined;
    const { since: at } = rest;
    const { name: id = rest.id, turn } = outcome;
    return {
      finding: { kind: "failed", failure: { id, at, turn, error: "", lastMessage: outcome.said } },
      state: "failed",
      because: [...rest.because, outcome.by],
    };
  },
};

/** With a wake-up of its own it is no end: the transcript tells of those that no hook named. */
export const finishedSilently: Rule = {
  name: "finished-without-a-hook",
  judge: (seen, now) => {
    const rest = restOf(seen, now);
    const outcome = rest && outcomeOf(seen, rest);
    if (!rest || outcome?.how !== "finished" || now - rest.quietSince < settledMs) return undefined;
    // An interruption may be flushed late: only what was read after that counts as a clean end.
    if (outcome.by.channel === "transcript" && outcome.by.at - rest.since < settledMs) return undefined;
    if (outcome.by.channel === "screen" && outcome.said === "" && now - rest.since < wordlessMs)
      return undefined;
    if (seen.screen === undefined || seen.screen.typed === null || seen.screen.working) return undefined;
    const { name: id = rest.id, turn, wakes } = outcome;
    const stop = endOf(rest, outcome.said, { id, turn, wakeUps: wakes.wakeUps });
    const because = [...rest.because, seen.screen, outcome.by];
    return stop.wakeUps.length > 0
      ? {
          finding: { kind: "sleeping", stop, chain: chainOf(wakes), question: asksPerson(stop) },
          state: "sleeping",
          detail: stop.wakeUps.join("; "),
          because,
        }
      : finished(stop, false, because);
  },
};

/** The registry says "shell", or the screen counts shells and agents: its own tasks still run. */
export const tasksSilently: Rule = {
  name: "tasks-without-a-hook",
  judge: (seen, now) => {
    const { stop, failure, ask, turn, hooksSeen, registry, screen, log, screenTurns } = seen;
    if (stop || failure || ask || (hooksSeen && !turn)) return undefined;
    const byRegistry =
      registry && saysOnlyShells(seen) && now - registry.at >= settledMs ? registry : undefined;
    const byScreen =
      isSilent(registry) &&
      !isLeaving(seen, now) &&
      screen !== undefined &&
      screen.at >= (turn?.at ?? 0) &&
      isStill(seen, seen.servingSince, now);
    if (!byRegistry && !byScreen) return undefined;
    const count = Math.max(1, screen?.tasks ?? 0);
    const rest = byRegistry
      ? { id: `shell:${byRegistry.updatedAt}`, since: byRegistry.at, because: [registry] }
      : { id: `tasks:${screenTurns}:${count}`, since: now, because: [screen, log] };
    // The screen counts agents, too.
    const one = byRegistry ? "a shell of its own" : "a task of its own";
    const tasks = [count === 1 ? one : `${count} tasks of its own`];
    const left = endOf(rest, screen?.said ?? "", { tasks });
    return {
      finding: { kind: "background", stop: left, question: asksPerson(left) },
      state: "background",
      detail: `turn over, ${count} of its tasks still running`,
      because: rest.because,
    };
  },
};

/** A turn that a person asked for is told, though the same wake-ups are still set. */
function chainOf({ wakeUps, personTurn }: Wakes): string {
  return [personTurn, ...wakeUps].join("\n");
}

function endOf(
  rest: Pick<Rest, "id" | "since">,
  lastMessage: string,
  about: Partial<StopSeen> = {},
): StopSeen {
  const plain = { turn: "", tasks: [], onlyShells: false, wakeUps: [] };
  return { ...plain, id: rest.id, at: rest.since, lastMessage, ...about };
}
