/** What all evidence so far adds up to: a fold, one piece at a time. Pure; the clock is in the evidence. */
import { isWakeUp } from "../measure/ownPrompt.ts";
import type { Evidence, EvidenceOf } from "./evidence.ts";
import { isLeftBehind, isOvertaken, isSilent, type Observed, withoutAsk } from "./observation.ts";
import { askDoubtMs, observeScreen, withSettledMenu } from "./observeScreen.ts";

export { nothingObserved, type Observed, type StopSeen } from "./observation.ts";

export function observe(before: Observed, evidence: Evidence): Observed {
  switch (evidence.channel) {
    case "launched":
      return { ...before, launchedAt: evidence.at, boot: evidence.boot };
    case "boot": {
      const adopted = { ...before, adoptedAt: evidence.at };
      return isOtherBoot(before.boot, evidence.boot) ? { ...adopted, rebooted: evidence } : adopted;
    }
    case "woke":
      return { ...before, wokeAt: evidence.at };
    case "process":
      return observeProcess(before, evidence);
    case "not-launched":
      return { ...before, notLaunched: evidence.why };
    case "hook":
      return withHeldStop(
        observeHook(
          { ...before, hooksSeen: true, hookAt: evidence.at, aliveAt: before.aliveAt ?? evidence.at },
          evidence,
        ),
      );
    case "registry":
      return withHeldStop(observeRegistry({ ...before, aliveAt: before.aliveAt ?? evidence.at }, evidence));
    case "exit":
      return { ...before, exit: evidence };
    case "tmux":
      return observeTmux(before, evidence);
    case "log":
      return { ...withQuietStop(withSettledMenu(before), evidence.changedAt), log: evidence };
    case "screen":
      return observeScreen(before, evidence);
    case "transcript":
      return observeTranscript(before, evidence);
    case "order":
      return { ...before, order: before.order ?? evidence };
    case "end":
      return { ...before, end: evidence };
    case "version":
      return observeVersion(before, evidence);
    case "desk":
      return { ...before, judged: { ...before.judged, [evidence.turn]: evidence.verdict } };
    case "verify":
      return { ...before, verified: { ...before.verified, [evidence.stop]: evidence.ok } };
  }
}

/** A turn that a project's hook sends back to work goes on at once: a pause means that it did not. */
const pauseMs = 3_000;

function withQuietStop(before: Observed, grewAt: number): Observed {
  const { stop, log } = before;
  const paused = stop && log && grewAt - Math.max(stop.at, log.changedAt) >= pauseMs;
  return paused ? { ...before, quietStop: stop.id } : before;
}

function withHeldStop(seen: Observed): Observed {
  const { stop, registry, turn } = seen;
  const isIdle = registry?.status === "idle" && registry.updatedAt >= (turn?.at ?? 0);
  return stop && isIdle && !isOvertaken(seen) ? { ...seen, heldStop: stop.id } : seen;
}

function observeHook(before: Observed, { at, id, fact }: EvidenceOf<"hook">): Observed {
  switch (fact.event) {
    case "SessionStart":
      return {
        ...withoutSettledAsk(
          fact.source === "compact" && isSilent(before.registry) ? withoutCompacting(before) : before,
        ),
        ...begunAnew(before, fact.source),
        ...(isAnotherConversation(before, fact.source) ? { cleared: true } : {}),
        transcript: fact.transcript,
      };
    case "UserPromptSubmit": {
      const machine = fact.machine || isWakeUp(fact.prompt, before.stop?.wakeUps ?? []);
      const { chain: _, ...rest } = before;
      const kept = machine ? before : rest;
      const awaitsPrompt = before.awaitsPrompt === true && machine;
      const turn = { id: fact.turn, at, machine };
      return { ...withoutTurn(kept), ...wokenAtOnce(before, turn), cleared: false, awaitsPrompt, turn };
    }
    case "asked":
      return { ...before, ask: { id, at, ask: fact.ask, sawWaiting: false } };
    case "answered":
      return before.ask?.ask.kind === "permission" ? before : { ...withoutAsk(before), answeredAt: at };
    case "Stop": {
      if (isOfFormerTurn(before, at, fact.turn)) return before;
      const { event: _, ...stop } = fact;
      const wakeUps = stop.wakeUps.join("\n");
      const chain = before.chain?.wakeUps === wakeUps ? before.chain : { id, wakeUps };
      const ended = { ...withoutEnd(before), ...askOfAnAgent(before, at, stop) };
      return { ...ended, stop: { id, at, ...stop }, ...(wakeUps === "" ? {} : { chain }) };
    }
    case "StopFailure": {
      if (isOfFormerTurn(before, at, fact.turn)) return before;
      const { event: _, ...failure } = fact;
      return { ...withoutEnd(before), failure: { id, at, ...failure } };
    }
    case "compacting":
      return { ...before, compactingAt: at };
    case "SessionEnd":
    case "other":
      return before;
  }
}

/** Begun with `--resume`; a `/resume` typed later has no prompt with it. */
function begunAnew({ transcript }: Observed, source: string): Pick<Observed, "awaitsPrompt"> {
  return transcript === "" && source === "resume" ? { awaitsPrompt: true } : {};
}

/** It was changed at the desk, by /clear or /resume. */
function isAnotherConversation({ transcript }: Observed, source: string): boolean {
  return source === "clear" || (transcript !== "" && ["resume", "fork"].includes(source));
}

/** A sub-agent that goes on asks; the registry says so a moment later than the hook. */
function askOfAnAgent(
  { ask }: Observed,
  at: number,
  { tasks, onlyShells }: { tasks: string[]; onlyShells: boolean },
): Pick<Observed, "ask"> {
  return ask && tasks.length > 0 && !onlyShells && at - ask.at < askDoubtMs ? { ask } : {};
}

/** A task of its own ended with its last words: that Stop was none. */
function wokenAtOnce(
  { stop }: Observed,
  turn: { at: number; machine: boolean },
): Pick<Observed, "wokenStop"> {
  return stop && turn.machine && turn.at - stop.at < wokenMs ? { wokenStop: stop.id } : {};
}
const wokenMs = 1_000;

/** Its file was seen only after that of the next prompt. */
function isOfFormerTurn({ turn }: Observed, at: number, of: string): boolean {
  return turn !== undefined && at < turn.at && of !== "" && turn.id !== "" && of !== turn.id;
}

/** A question counts as settled when the registry was seen waiting and no longer waits. */
function observeRegistry(before: Observed, registry: EvidenceOf<"registry">): Observed {
  const { compactingAt } = before;
  const shortened = compactingAt !== undefined && registry.updatedAt >= compactingAt;
  const rest = shortened && ["idle", "shell"].includes(registry.status) ? withoutCompacting(before) : before;
  const after: Observed = {
    ...rest,
    registry,
    ...(registry.status === "busy" ? { busyAt: registry.at, workedAt: registry.updatedAt } : {}),
  };
  if (!before.ask || registry.updatedAt < before.ask.at) return after;
  if (registry.status === "waiting") return { ...after, ask: { ...before.ask, sawWaiting: true } };
  const quickAnswer = registry.updatedAt > before.ask.at + quickAnswerMs;
  return before.ask.sawWaiting || quickAnswer ? withoutAsk(after) : after;
}
/** The registry may be written twice within this time; a change after it means that the dialog is gone. */
const quickAnswerMs = 500;

function observeProcess(before: Observed, process: EvidenceOf<"process">): Observed {
  const { processGoneSince, ...rest } = before;
  const gone = process.claude === "gone";
  return gone ? { ...rest, process, processGoneSince: processGoneSince ?? process.at } : { ...rest, process };
}

/** The registry speaks of what runs; the program of what would be started now. */
function observeVersion(before: Observed, version: EvidenceOf<"version">): Observed {
  const overruled = before.version?.source === "registry" && version.source === "program";
  return overruled ? before : { ...before, version };
}

function observeTmux(before: Observed, tmux: EvidenceOf<"tmux">): Observed {
  const gone = !tmux.present || tmux.dead;
  if (!gone && before.goneSince === undefined && !isLeftBehind(before)) return { ...before, tmux };
  const { goneSince, ...rest } =
    isLeftBehind(before) && !gone && !before.exit ? withoutOrder(before) : before;
  return gone ? { ...rest, tmux, goneSince: goneSince ?? tmux.at } : { ...rest, tmux };
}

/** A conversation is a sign of life; one that has not begun is none. */
function observeTranscript(before: Observed, ending: EvidenceOf<"transcript">): Observed {
  const { at, answered, interrupted, failure, lastMessage } = ending;
  const begun = answered || interrupted || failure !== "" || lastMessage !== "";
  const after = { ...before, ending, ...(begun && before.aliveAt === undefined ? { aliveAt: at } : {}) };
  return isOvertaken(before) && tellsAnotherEnd(before, ending) ? withoutEnd(after) : after;
}

/** What it says came after the Stop, or the failure, that was told. */
function tellsAnotherEnd({ stop, failure, registry }: Observed, ending: EvidenceOf<"transcript">): boolean {
  if (ending.at < (registry?.at ?? 0)) return false;
  if (ending.interrupted) return true;
  if (failure) return ending.answered && ending.failure === "";
  return (
    ending.failure !== "" || (ending.answered && !isSameText(ending.lastMessage, stop?.lastMessage ?? ""))
  );
}

/** A hook may give the last of several texts of one message. */
function isSameText(whole: string, part: string): boolean {
  const [one, other] = [whole, part].map((text) => text.replaceAll(/\s/g, ""));
  return one === other || (!!one && !!other && one.endsWith(other));
}

function isOtherBoot(before = "", now: string): boolean {
  return before !== "" && now !== "" && before !== now;
}

function withoutOrder({ order: _, ...rest }: Observed): Observed {
  return rest;
}

function withoutCompacting({ compactingAt: _, ...rest }: Observed): Observed {
  return rest;
}

/** The last word on how a turn ended holds: Claude Code may overcome a failure, or fail after a Stop. */
function withoutEnd({ stop: _, failure: __, ...rest }: Observed): Observed {
  return withoutSettledAsk(withoutCompacting(rest));
}

/** A sub-agent's question stays open whatever the turn beside it does: as long as the registry waits. */
function withoutSettledAsk(seen: Observed): Observed {
  return seen.registry?.status === "waiting" ? seen : withoutAsk(seen);
}

/** A new turn begins: how the last one ended, and that the screen was at rest, no longer matters. */
function withoutTurn(seen: Observed): Observed {
  const { turn: _, ending: __, restingSince: ___, servingSince: ____, retryingSince: _____, ...rest } = seen;
  return withoutEnd(rest);
}
