/** What is known of a session at one moment: the shape that the fold over its evidence fills. */
import type { Ask } from "../../protocol/events.ts";
import type { EvidenceOf } from "./evidence.ts";

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
  /** A later run of Jama took it up: before this nothing was looked at. */
  adoptedAt?: number;
  /** Why it was never launched. */
  notLaunched?: string;
  /** First sign that Claude Code lives, by any channel. */
  aliveAt?: number;
  /** A hook of this session has come: silence of hooks means something. */
  hooksSeen: boolean;
  /** When the last one came. */
  hookAt?: number;
  transcript: string;
  /** It was cleared, or another taken up, and nothing was asked since: it rests, for somebody who wants to go on. */
  cleared?: boolean;
  /** Claude Code shortens the conversation: it is busy without a turn. */
  compactingAt?: number;
  /** It took up a conversation, and the prompt that it was given for that has not come yet. */
  awaitsPrompt?: boolean;
  turn?: { id: string; at: number; machine: boolean };
  /** The prompts that the present chain of wake-ups goes back to, so that each wake-up is not told anew. */
  chain?: { id: string; wakeUps: string };
  stop?: StopSeen;
  /** The Stop after which the log was quiet once: what is painted later, without a prompt, is no work of its turn. */
  quietStop?: string;
  /** The Stop of which the registry said at once that it ended its turn. */
  heldStop?: string;
  /** The Stop after which Claude Code was woken at once. */
  wokenStop?: string;
  failure?: { id: string; at: number; turn: string; error: string; lastMessage: string };
  ask?: { id: string; at: number; ask: Ask; sawWaiting: boolean };
  /** When a hook settled what was asked last: the registry may go on saying "waiting" for a moment. */
  answeredAt?: number;
  registry?: EvidenceOf<"registry">;
  /** When the registry was heard last to say that it works. */
  busyAt?: number;
  /** When it was written, by the registry's own time. */
  workedAt?: number;
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
  /** Since when every look at the screen found it at rest, but for tasks of its own that run. */
  servingSince?: number;
  /** What the screen said last while it rested, since it was at work last. */
  restedOn?: string;
  /** How often choices were seen to appear: names a dialog that no other channel spoke of. */
  screenMenus: number;
  /** Choices appeared on the screen, and the prompt box was not seen since. `settled`: it was more than half painted. */
  menu?: { at: number; since: number; dialog: string | null; text: string; settled: boolean };
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

/** The registry says nothing: it was never read, or its entry is gone. */
export function isSilent(registry: Pick<EvidenceOf<"registry">, "status"> | undefined): boolean {
  return registry === undefined || registry.status === "unknown";
}

/** The registry says busy, or has not spoken since a prompt was taken. */
export function saysWork({ registry, turn }: Observed): boolean {
  return registry?.status === "busy" || (registry?.status === "idle" && registry.updatedAt < (turn?.at ?? 0));
}

/** The turn is over and shells of its own go on: how it ended another channel tells. */
export function saysOnlyShells({ registry, turn }: Observed): boolean {
  return registry?.status === "shell" && registry.updatedAt >= (turn?.at ?? 0);
}

/**
 * Idle came long after the end that was told: more was done since, of which no hook spoke, or a hook of the project's
 * own took its time. The transcript tells.
 */
export function isOvertaken({ stop, failure, registry }: Observed): boolean {
  const end = stop ?? failure;
  return end !== undefined && registry?.status === "idle" && registry.updatedAt - end.at > overtakenMs;
}
/** Idle followed a Stop after 0.2 s (median) and 0.65 s at most, in 42 journals of a very busy machine. */
const overtakenMs = 1_500;

/** The prompt box is there, and nothing says that anything runs. */
export function isResting(screen: EvidenceOf<"screen">): boolean {
  return awaitsPrompt(screen) && screen.tasks === 0;
}

/** The same, but for tasks of its own. */
export function isServing(screen: EvidenceOf<"screen">): boolean {
  return awaitsPrompt(screen) && screen.tasks > 0;
}

function awaitsPrompt({ typed, working, retrying, menu, dialog }: EvidenceOf<"screen">): boolean {
  return typed !== null && !working && retrying === null && !menu && dialog === null;
}

/** Whatever the log holds was on the screen when that was read: it is there a moment later than in the log. */
export function isPainted(screen: EvidenceOf<"screen">, log: Observed["log"]): boolean {
  return log !== undefined && screen.at - log.changedAt >= paintedMs;
}
const paintedMs = 200;

/** Since when a sign of life is waited for: anew after a dialog, after a sleep, and with each run of Jama. */
export function watchedSince({ launchedAt = 0, wokeAt = 0, adoptedAt = 0, menu }: Observed): number {
  return Math.max(launchedAt, wokeAt, adoptedAt, menu?.at ?? 0);
}

/**
 * Jama's own order, given by a run of it that has died since: what it rested on may have changed. It stands where the
 * session is found gone, since that run had begun to carry it out; a session that is found alive is judged anew.
 */
export function isLeftBehind({ order, adoptedAt }: Observed): boolean {
  return order !== undefined && order.order !== "stop" && adoptedAt !== undefined && adoptedAt >= order.at;
}

/** Nothing is asked any more, in no dialog. */
export function withoutAsk({ ask: _, menu: __, ...rest }: Observed): Observed {
  return rest;
}
