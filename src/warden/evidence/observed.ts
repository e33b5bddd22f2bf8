/** What all evidence so far adds up to: a fold, one piece at a time. Pure; the clock is in the evidence. */
import type { Ask } from "../../protocol/events.ts";
import type { Evidence, EvidenceOf } from "./evidence.ts";

export interface StopSeen {
  /** The evidence's id: two Stops of one turn are two. */
  id: string;
  at: number;
  turn: string;
  lastMessage: string;
  tasks: string[];
  wakeUps: string[];
}

export interface Observed {
  launchedAt?: number;
  /** Why it was never launched. */
  notLaunched?: string;
  /** First sign that Claude Code lives, by any channel. */
  aliveAt?: number;
  /** A hook of this session has come: silence of hooks means something. */
  hooksSeen: boolean;
  transcript: string;
  /** The conversation was cleared, and nothing was asked since: an idle session without a turn is no menu. */
  cleared?: boolean;
  turn?: { id: string; at: number; machine: boolean };
  stop?: StopSeen;
  failure?: { id: string; at: number; turn: string; error: string; lastMessage: string };
  ask?: { id: string; at: number; ask: Ask; sawWaiting: boolean };
  registry?: EvidenceOf<"registry">;
  exit?: EvidenceOf<"exit">;
  tmux?: EvidenceOf<"tmux">;
  /** Since when tmux says that there is no such session. */
  goneSince?: number;
  log?: EvidenceOf<"log">;
  screen?: EvidenceOf<"screen">;
  /** Since when every look at the screen found no prompt box. */
  promptAwaySince?: number;
  ending?: EvidenceOf<"transcript">;
  order?: EvidenceOf<"order">;
  end?: EvidenceOf<"end">;
  /** The desk's word by turn. */
  judged: Record<string, "agreed" | "hold" | "no-opinion">;
  /** Results of the project's verify command by Stop. */
  verified: Record<string, boolean>;
}

export const nothingObserved: Observed = { hooksSeen: false, transcript: "", judged: {}, verified: {} };

export function observe(before: Observed, evidence: Evidence): Observed {
  switch (evidence.channel) {
    case "launched":
      return { ...before, launchedAt: evidence.at };
    case "not-launched":
      return { ...before, notLaunched: evidence.why };
    case "hook":
      return observeHook({ ...before, hooksSeen: true, aliveAt: before.aliveAt ?? evidence.at }, evidence);
    case "registry":
      return observeRegistry({ ...before, aliveAt: before.aliveAt ?? evidence.at }, evidence);
    case "exit":
      return { ...before, exit: evidence };
    case "tmux":
      return observeTmux(before, evidence);
    case "log":
      return { ...before, log: evidence };
    case "screen":
      return observeScreen(before, evidence);
    case "transcript":
      return { ...before, ending: evidence };
    case "order":
      return { ...before, order: before.order ?? evidence };
    case "end":
      return { ...before, end: evidence };
    case "desk":
      return { ...before, judged: { ...before.judged, [evidence.turn]: evidence.verdict } };
    case "verify":
      return { ...before, verified: { ...before.verified, [evidence.stop]: evidence.ok } };
  }
}

function observeHook(before: Observed, { at, id, fact }: EvidenceOf<"hook">): Observed {
  switch (fact.event) {
    case "SessionStart":
      return fact.source === "clear"
        ? { ...withoutTurn(before), transcript: fact.transcript, cleared: true }
        : { ...before, transcript: fact.transcript };
    case "UserPromptSubmit":
      return { ...withoutTurn(before), cleared: false, turn: { id: fact.turn, at, machine: fact.machine } };
    case "asked":
      return { ...before, ask: { id, at, ask: fact.ask, sawWaiting: false } };
    case "answered":
      return withoutAsk(before);
    case "Stop": {
      const { event: _, ...stop } = fact;
      return { ...withoutAsk(before), stop: { id, at, ...stop } };
    }
    case "StopFailure": {
      const { event: _, ...failure } = fact;
      return { ...withoutAsk(before), failure: { id, at, ...failure } };
    }
    case "SessionEnd":
    case "other":
      return before;
  }
}

/** A question counts as settled when the registry was seen waiting and no longer waits. */
function observeRegistry(before: Observed, registry: EvidenceOf<"registry">): Observed {
  const after = { ...before, registry };
  if (!before.ask || registry.updatedAt < before.ask.at) return after;
  if (registry.status === "waiting") return { ...after, ask: { ...before.ask, sawWaiting: true } };
  const quickAnswer = registry.updatedAt > before.ask.at + quickAnswerMs;
  return before.ask.sawWaiting || quickAnswer ? withoutAsk(after) : after;
}
/** The registry may be written twice within this time; a change after it means that the dialog is gone. */
const quickAnswerMs = 500;

function observeTmux(before: Observed, tmux: EvidenceOf<"tmux">): Observed {
  const { goneSince, ...rest } = before;
  const gone = !tmux.present || tmux.dead;
  return gone ? { ...rest, tmux, goneSince: goneSince ?? tmux.at } : { ...rest, tmux };
}

function observeScreen({ promptAwaySince, ...before }: Observed, screen: EvidenceOf<"screen">): Observed {
  if (screen.typed !== null) return { ...before, screen };
  return { ...before, screen, promptAwaySince: promptAwaySince ?? screen.at };
}

function withoutAsk({ ask: _, ...rest }: Observed): Observed {
  return rest;
}

/** A new turn begins: how the last one ended no longer matters. */
function withoutTurn({ turn: _, stop: __, failure: ___, ending: ____, ...rest }: Observed): Observed {
  return withoutAsk(rest);
}
