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
  onlyShells: boolean;
  wakeUps: string[];
}

export interface Observed {
  launchedAt?: number;
  /** The run of the machine in which it was launched. */
  boot?: string;
  /** The machine was started again since: nothing of the session can live. */
  rebooted?: EvidenceOf<"boot">;
  /** Before this nothing could have been seen to move. */
  wokeAt?: number;
  /** Why it was never launched. */
  notLaunched?: string;
  /** First sign that Claude Code lives, by any channel. */
  aliveAt?: number;
  /** A hook of this session has come: silence of hooks means something. */
  hooksSeen: boolean;
  /** When the last one came. */
  hookAt?: number;
  transcript: string;
  /** The conversation was cleared, and nothing was asked since: an idle session without a turn is no menu. */
  cleared?: boolean;
  /** Claude Code shortens the conversation: it is busy without a turn. */
  compactingAt?: number;
  /** It took up a conversation, and the prompt that it was given for that has not come yet. */
  awaitsPrompt?: boolean;
  turn?: { id: string; at: number; machine: boolean };
  /** The prompts that the present chain of wake-ups goes back to, so that each wake-up is not told anew. */
  chain?: { id: string; wakeUps: string };
  stop?: StopSeen;
  failure?: { id: string; at: number; turn: string; error: string; lastMessage: string };
  ask?: { id: string; at: number; ask: Ask; sawWaiting: boolean };
  registry?: EvidenceOf<"registry">;
  version?: EvidenceOf<"version">;
  exit?: EvidenceOf<"exit">;
  process?: EvidenceOf<"process">;
  /** Since when Claude Code's process, once seen, is gone. */
  processGoneSince?: number;
  tmux?: EvidenceOf<"tmux">;
  /** Since when tmux says that there is no such session. */
  goneSince?: number;
  log?: EvidenceOf<"log">;
  screen?: EvidenceOf<"screen">;
  /** How often the screen was seen to be at work after it was not: names a turn that no other channel spoke of. */
  screenTurns: number;
  /** Since when every look at the screen found it at rest: prompt box there, nothing running. */
  restingSince?: number;
  /** Since when every look at the screen found something that waits for a key. */
  menuSince?: number;
  /** How often choices were seen to appear: names a dialog that no other channel spoke of. */
  screenMenus: number;
  /** Since when every look at the screen found a request being sent again. */
  retryingSince?: number;
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

export const nothingObserved: Observed = {
  screenTurns: 0,
  screenMenus: 0,
  hooksSeen: false,
  transcript: "",
  judged: {},
  verified: {},
};

export function observe(before: Observed, evidence: Evidence): Observed {
  switch (evidence.channel) {
    case "launched":
      return { ...before, launchedAt: evidence.at, boot: evidence.boot };
    case "boot":
      return isOtherBoot(before.boot, evidence.boot) ? { ...before, rebooted: evidence } : before;
    case "woke":
      return { ...before, wokeAt: evidence.at };
    case "process":
      return observeProcess(before, evidence);
    case "not-launched":
      return { ...before, notLaunched: evidence.why };
    case "hook":
      return observeHook(
        { ...before, hooksSeen: true, hookAt: evidence.at, aliveAt: before.aliveAt ?? evidence.at },
        evidence,
      );
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
    case "version":
      return observeVersion(before, evidence);
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
        : { ...before, ...begunAnew(before, fact.source), transcript: fact.transcript };
    case "UserPromptSubmit": {
      const machine = fact.machine || wakes(before, fact.prompt);
      const { chain: _, ...rest } = before;
      const kept = machine ? before : rest;
      const awaitsPrompt = before.awaitsPrompt === true && machine;
      return { ...withoutTurn(kept), cleared: false, awaitsPrompt, turn: { id: fact.turn, at, machine } };
    }
    case "asked":
      return { ...before, ask: { id, at, ask: fact.ask, sawWaiting: false } };
    case "answered":
      return withoutAsk(before);
    case "Stop": {
      const { event: _, ...stop } = fact;
      const wakeUps = stop.wakeUps.join("\n");
      const chain = before.chain?.wakeUps === wakeUps ? before.chain : { id, wakeUps };
      return { ...withoutAsk(before), stop: { id, at, ...stop }, ...(wakeUps === "" ? {} : { chain }) };
    }
    case "StopFailure": {
      const { event: _, ...failure } = fact;
      return { ...withoutAsk(before), failure: { id, at, ...failure } };
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

/** A question counts as settled when the registry was seen waiting and no longer waits. */
function observeRegistry(before: Observed, registry: EvidenceOf<"registry">): Observed {
  const { compactingAt, ...rest } = before;
  const still = compactingAt !== undefined && registry.status !== "idle";
  const after: Observed = { ...rest, registry, ...(still ? { compactingAt } : {}) };
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
  const { goneSince, ...rest } = before;
  const gone = !tmux.present || tmux.dead;
  return gone ? { ...rest, tmux, goneSince: goneSince ?? tmux.at } : { ...rest, tmux };
}

function observeScreen(seen: Observed, screen: EvidenceOf<"screen">): Observed {
  const before = isSettledOn(screen, seen) ? withoutAsk(seen) : seen;
  const { promptAwaySince, restingSince, menuSince, retryingSince, ...rest } = before;
  const last = before.screen;
  return {
    ...rest,
    screen,
    screenTurns: before.screenTurns + (screen.working && !last?.working ? 1 : 0),
    screenMenus: before.screenMenus + (screen.menu && !last?.menu ? 1 : 0),
    ...(screen.typed === null ? { promptAwaySince: promptAwaySince ?? screen.at } : {}),
    ...(isResting(screen) ? { restingSince: restingSince ?? screen.at } : {}),
    ...(screen.menu ? { menuSince: menuSince ?? screen.at } : {}),
    ...(screen.retrying === null ? {} : { retryingSince: retryingSince ?? screen.at }),
    // A prompt box is drawn by nobody else: where no hook and no registry speak, it is the sign of life.
    ...(screen.typed !== null && before.aliveAt === undefined ? { aliveAt: screen.at } : {}),
  };
}

/** Without the registry the screen tells that a question was settled: the prompt box is back. */
function isSettledOn({ at, typed, menu }: EvidenceOf<"screen">, { ask, registry }: Observed): boolean {
  return ask !== undefined && isSilent(registry) && typed !== null && !menu && at - ask.at >= askPaintMs;
}
/** A question is on the screen within this time of its hook. */
const askPaintMs = 1_000;

/** The registry says nothing: it was never read, or its entry is gone. */
export function isSilent(registry: Observed["registry"]): boolean {
  return registry === undefined || registry.status === "unknown";
}

/** The prompt box is there, and nothing says that anything runs. */
export function isResting({ typed, working, retrying, menu, dialog, tasks }: EvidenceOf<"screen">): boolean {
  return typed !== null && !working && retrying === null && !menu && dialog === null && tasks === 0;
}

function isOtherBoot(before = "", now: string): boolean {
  return before !== "" && now !== "" && before !== now;
}

/** Whether a prompt is one that the session had set for itself. */
function wakes({ stop }: Observed, prompt: string): boolean {
  const head = prompt.trim().slice(0, 60);
  return head !== "" && (stop?.wakeUps ?? []).some((one) => one.includes(head));
}

function withoutAsk({ ask: _, ...rest }: Observed): Observed {
  return rest;
}

/** A new turn begins: how the last one ended no longer matters. */
function withoutTurn({ turn: _, stop: __, failure: ___, ending: ____, ...rest }: Observed): Observed {
  return withoutAsk(rest);
}
