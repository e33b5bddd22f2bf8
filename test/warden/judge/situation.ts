/** Small observations to judge: times are milliseconds after the launch at `t0`. */
import type { Evidence, EvidenceOf } from "../../../src/warden/evidence/evidence.ts";
import type { HookFact } from "../../../src/warden/evidence/hookFact.ts";
import { nothingObserved, type Observed, observe } from "../../../src/warden/evidence/observed.ts";
import { classify } from "../../../src/warden/judge/classify.ts";
import { type Decision, decide } from "../../../src/warden/judge/decide.ts";
import type { Policy } from "../../../src/warden/judge/verdict.ts";

export const t0 = 1_772_547_600_000;

export const policy: Policy = {
  graceMs: 120_000,
  stuckMs: 20 * 60_000,
  startMs: 30_000,
  verifies: false,
};

export const launched: Evidence = { channel: "launched", at: t0, boot: "this" };

export function hook(ms: number, fact: HookFact): Evidence {
  return { channel: "hook", at: t0 + ms, id: `${fact.event}@${ms}`, fact };
}

export const start = (ms: number) => hook(ms, { event: "SessionStart", source: "startup", transcript: "/t" });
/** The start of a session that takes up a conversation. */
export const resumed = (ms: number) =>
  hook(ms, { event: "SessionStart", source: "resume", transcript: "/t" });
/** A prompt that Claude Code made itself. */
export const machinePrompt = (ms: number) =>
  hook(ms, { event: "UserPromptSubmit", turn: "machine", machine: true, prompt: "" });
export const prompt = (ms: number, turn = "one") =>
  hook(ms, { event: "UserPromptSubmit", turn, machine: false, prompt: "add it" });

export function stop(ms: number, about: Partial<Extract<HookFact, { event: "Stop" }>> = {}): Evidence {
  const plain = { turn: "one", lastMessage: "Done.", tasks: [], onlyShells: true, wakeUps: [] };
  return hook(ms, { event: "Stop", ...plain, ...about });
}

export const failure = (ms: number) =>
  hook(ms, { event: "StopFailure", turn: "one", error: "overloaded", lastMessage: "" });
export const permission = (ms: number) =>
  hook(ms, { event: "asked", ask: { kind: "permission", tool: "Bash", what: "rm -rf build" } });

/** A question of Claude Code's own: these are called answered by a hook. */
export const question = (ms: number) =>
  hook(ms, { event: "asked", ask: { kind: "question", questions: [] } });
export const answered = (ms: number) => hook(ms, { event: "answered", tool: "AskUserQuestion" });

/** `since`: what the registry says is true since then, and was heard later. */
export function registry(
  ms: number,
  status: EvidenceOf<"registry">["status"],
  waitingFor = "",
  since = ms,
): Evidence {
  const about = { pid: 100, procStart: "7", status, waitingFor };
  return { channel: "registry", at: t0 + ms, ...about, updatedAt: t0 + since };
}

export const version = (
  ms: number,
  certified = true,
  source: "registry" | "program" = "registry",
): Evidence => ({
  channel: "version",
  at: t0 + ms,
  version: "2.1.400",
  source,
  certified,
});

export const log = (ms: number, changed = ms): Evidence => ({
  channel: "log",
  at: t0 + ms,
  size: 1000 + changed,
  changedAt: t0 + changed,
});

export const tmux = (ms: number, about: Partial<EvidenceOf<"tmux">> = {}): Evidence => ({
  channel: "tmux",
  at: t0 + ms,
  present: true,
  server: true,
  renamed: "",
  dead: false,
  attached: 0,
  panes: 1,
  ...about,
});

export const screen = (
  ms: number,
  typed: string | null = "",
  dialog: string | null = null,
  about: Partial<EvidenceOf<"screen">> = {},
): Evidence => ({
  channel: "screen",
  at: t0 + ms,
  typed,
  dialog,
  menu: dialog !== null,
  working: false,
  retrying: null,
  tasks: 0,
  ended: null,
  said: "",
  text: "what it shows",
  ...about,
});

export const ending = (
  ms: number,
  interrupted: boolean,
  lastMessage = "",
  about: Partial<EvidenceOf<"transcript">> = {},
): Evidence => ({
  channel: "transcript",
  at: t0 + ms,
  interrupted,
  lastMessage,
  answer: "",
  turn: "",
  failure: "",
  answered: true,
  wakeUps: [],
  personTurn: "",
  ...about,
});

export const processes = (
  ms: number,
  claude: EvidenceOf<"process">["claude"],
  launcher: EvidenceOf<"process">["launcher"] = claude,
): Evidence => ({ channel: "process", at: t0 + ms, pid: 100, claude, launcher });

export const exit = (ms: number, code: number): Evidence => ({ channel: "exit", at: t0 + ms, code });

export const order = (ms: number, what: EvidenceOf<"order">["order"]): Evidence => ({
  channel: "order",
  at: t0 + ms,
  order: what,
});

export const end = (ms: number): Evidence => ({ channel: "end", at: t0 + ms, leftovers: [] });

export const judged = (ms: number, turn: string, verdict: EvidenceOf<"desk">["verdict"]): Evidence => ({
  channel: "desk",
  at: t0 + ms,
  turn,
  verdict,
});

export const verified = (ms: number, of: string, ok: boolean): Evidence => ({
  channel: "verify",
  at: t0 + ms,
  stop: of,
  ok,
});

/** A session at work on its first turn. */
export const atWork: readonly Evidence[] = [launched, start(400), registry(410, "busy"), prompt(600)];

export const fold = (evidence: readonly Evidence[]): Observed => evidence.reduce(observe, nothingObserved);

export const judge = (evidence: readonly Evidence[], ms: number, by: Policy = policy) =>
  classify(fold(evidence), t0 + ms, by);

/** What is decided about it, when this much was carried out before. */
export function decisions(
  evidence: readonly Evidence[],
  ms: number,
  done: readonly string[] = [],
  by: Policy = policy,
): Decision[] {
  const seen = fold(evidence);
  const verdict = classify(seen, t0 + ms, by);
  return decide({ seen, verdict, done: new Set(done) }, by, t0 + ms);
}
