/**
 * From a verdict to what is to be done. Pure, and safe to ask as often as one likes: what was told or begun
 * already is in `done` and is not decided again. Invariants 1, 2, 6 and 12 live here and in `blockers`.
 */
import { isSilent } from "../evidence/observation.ts";
import type { Observed, StopSeen } from "../evidence/observed.ts";
import { blockers } from "./blockers.ts";
import { namesOf } from "./names.ts";
import { isLeftOpen } from "./presence.ts";
import type { Policy, Verdict } from "./verdict.ts";

export type Decision =
  /** Tell the person about this verdict, once: `key` names the occasion. */
  | { do: "tell"; key: string; verdict: Verdict /** The key that it was told by before. */; reminds?: string }
  /** What was asked is settled. */
  | { do: "tell-answered"; key: string; asked: string }
  /** What "finished" said has proved wrong. */
  | { do: "withdraw"; key: string; turn: string }
  /** A finished session that will not be torn down, and why. */
  | { do: "tell-kept"; key: string; why: string }
  | { do: "verify"; key: string; stop: StopSeen }
  /** Facts that were not there in time for the ping follow it. */
  | { do: "measure"; key: string; stop: StopSeen }
  /** Everything that needs no look says that it is over: look at the rest, and end it if that agrees. */
  | { do: "tear-down"; confirmed: boolean }
  /** It never came to life: take away what is there of it. */
  | { do: "clear-failed-start" }
  /** An order was given: end it. */
  | { do: "end" };

/** Busy for this long after a turn was called over: the work goes on after all. */
const wentOnMs = 1_000;
/** Within this time of a Stop: what begins later without a prompt is a command of the person's own. */
const atOnceMs = 1_500;

export interface Situation {
  seen: Observed;
  verdict: Verdict;
  /** Keys of all that was decided and carried out before. */
  done: ReadonlySet<string>;
}

export function decide({ seen, verdict, done }: Situation, policy: Policy, now: number): Decision[] {
  const decisions: Decision[] = [...corrections(seen, verdict, done, now)];
  const key = occasion(seen, verdict, done);
  if (key) decisions.push({ do: "tell", key, verdict });
  if (key && isLeftOpen(key, { seen, verdict, done }))
    decisions.push({ do: "tell", key: `left:${key}`, verdict, reminds: key });
  if (verdict.kind === "not-started") decisions.push({ do: "clear-failed-start" });
  if (verdict.kind === "ending") decisions.push({ do: "end" });
  if (verdict.kind === "finished" && key) decisions.push(...afterFinish(seen, verdict, done, policy, now));
  return decisions.filter((one) => !("key" in one) || !done.has(one.key));
}

/** The occasion that a verdict is told for; undefined when it is nothing to tell. */
function occasion(seen: Observed, verdict: Verdict, done: ReadonlySet<string>): string | undefined {
  switch (verdict.kind) {
    case "waiting":
      return `asked:${verdict.id}`;
    case "background":
      return `background:${verdict.stop.id}`;
    case "sleeping": // a question is one each time
      return `sleeping:${verdict.question ? verdict.stop.id : verdict.chain}`;
    case "retrying":
      return verdict.long ? `retrying:${verdict.since}` : undefined;
    case "finished": // one that was withdrawn is told again when it holds after all
      if (isToldInterruption(seen, verdict.stop, done)) return undefined;
      if (done.has(`withdrawn:${verdict.stop.id}`)) return `finished:${verdict.stop.id}:again`;
      return firstTold("finished", namesOf(verdict.stop, seen), done);
    case "failed":
      return firstTold("failed", namesOf(verdict.failure, seen), done);
    case "interrupted":
      return `interrupted:${verdict.id}`;
    case "stuck":
      return `stuck:${verdict.since}`;
    case "not-started":
    case "exited":
    case "lost":
      return "over";
    case "ended":
      return verdict.state === "failed-start" ? undefined : "over";
    case "queued":
    case "starting":
    case "working":
    case "ending":
      return undefined;
  }
}

/**
 * What rests after an interruption and a /clear or a /compact is the interrupted turn still; nor is an end without a
 * word another one, where only the screen tells.
 */
function isToldInterruption(
  { stop, turn, registry }: Observed,
  end: Pick<StopSeen, "turn" | "lastMessage">,
  done: ReadonlySet<string>,
): boolean {
  if (stop) return false;
  const told = [...done].findLast((key) => /^(interrupted|finished|failed|background|sleeping):/.test(key));
  const isWordless = end.lastMessage === "" && told?.startsWith("interrupted:") === true;
  return (isSilent(registry) && isWordless) || done.has(`interrupted:${end.turn || turn?.id}`);
}

/** One end, told under whichever of its names. */
function firstTold(what: string, names: string[], done: ReadonlySet<string>): string {
  const keys = names.map((name) => `${what}:${name}`);
  return keys.find((key) => done.has(key)) ?? keys[0] ?? what;
}

/** What was told before and no longer holds. */
function corrections(seen: Observed, verdict: Verdict, done: ReadonlySet<string>, now: number): Decision[] {
  const open = verdict.kind === "waiting" ? `asked:${verdict.id}` : undefined;
  const answered: Decision[] = [];
  for (const key of done) {
    if (!key.startsWith("asked:") || key === open) continue;
    const asked = key.slice("asked:".length);
    answered.push({ do: "tell-answered", key: `answered:${asked}`, asked });
  }
  const goesOn = verdict.kind === "working" && wentOn(seen, now);
  const withdrawn = [seen.wokenStop, goesOn ? seen.stop?.id : undefined].flatMap((turn): Decision[] =>
    turn !== undefined && done.has(`finished:${turn}`)
      ? [{ do: "withdraw", key: `withdrawn:${turn}`, turn }]
      : [],
  );
  return [...answered, ...withdrawn];
}

/** Work goes on after a Stop, and no prompt said so. */
function wentOn({ stop, heldStop, registry, compactingAt }: Observed, now: number): boolean {
  if (!stop || registry?.status !== "busy" || compactingAt !== undefined) return false;
  const isOwnCommand = stop.id === heldStop && registry.updatedAt - stop.at > atOnceMs;
  return !isOwnCommand && now - registry.at >= wentOnMs;
}

function afterFinish(
  seen: Observed,
  verdict: Extract<Verdict, { kind: "finished" }>,
  done: ReadonlySet<string>,
  policy: Policy,
  now: number,
): Decision[] {
  const { stop } = verdict;
  const decisions: Decision[] = [];
  if (policy.verifies && verdict.certain && !verdict.question) {
    decisions.push({ do: "verify", key: `verify:${stop.id}`, stop });
  }
  if (done.has(`incomplete:${stop.id}`)) decisions.push({ do: "measure", key: `measured:${stop.id}`, stop });
  const against = blockers(seen, verdict, policy, now);
  if (against.every((one) => one.unseen))
    decisions.push({ do: "tear-down", confirmed: against.length === 0 });
  const lasting = against.find((one) => one.lasting);
  const due = now - Math.max(stop.at, seen.adoptedAt ?? 0) >= policy.graceMs;
  // A question, a hold and a doubt were told with the completion itself.
  if (due && lasting?.tell)
    decisions.push({ do: "tell-kept", key: `kept:${stop.id}:${lasting.name}`, why: lasting.why });
  return decisions;
}
