/** Holds what was seen against what was expected: each fault has a kind that the doc counts. Pure. */
import { askKinds, isSilentKind, type Kind } from "../look/kinds.ts";
import type { SessionExpectation, Told } from "../scenario.ts";
import type { ExpectedRun } from "./expectIn.ts";
import { stateFaults } from "./states.ts";

export const faultKinds = [
  "false-kill",
  "missed",
  "doubled",
  "unexpected",
  "wrong-state",
  "left-behind",
  "own-model-call",
  "run-failed",
] as const;

export interface Fault {
  readonly kind: (typeof faultKinds)[number];
  readonly what: string;
}

export interface Message {
  readonly kind: Kind;
  readonly at: number;
  readonly silent: boolean;
  /** As it was sent. */
  readonly text: string;
}

export interface SessionSeen {
  readonly name: string;
  readonly states: readonly { readonly state: string; readonly at: number }[];
  /** Claude Code ran when everything was over. */
  readonly alive: boolean;
  /** When Jama decided by itself to tear it down. */
  readonly tornDownAt?: number;
}

export interface Seen {
  readonly messages: readonly Message[];
  readonly sessions: readonly SessionSeen[];
  /** When the looking ended. */
  readonly until: number;
}

export interface Pair {
  readonly told: Told;
  readonly message: Message;
}

export interface Compared {
  readonly faults: readonly Fault[];
  /** Expected messages that came, with what came. */
  readonly pairs: readonly Pair[];
}

export function compare(expect: ExpectedRun, seen: Seen): Compared {
  const { pairs, faults } = matched(expect, seen.messages);
  const [first, ...others] = seen.sessions;
  const sessions = [
    ...(first ? sessionFaults(expect, expect, first, seen) : []),
    ...others.flatMap((one) => sessionFaults(expect.others ?? expect, expect, one, seen)),
  ];
  return { pairs, faults: [...faults, ...sessions] };
}

/** Each expected message takes the first one of its kind that no other has taken. */
function matched(expect: ExpectedRun, messages: readonly Message[]): Compared {
  const left = messages.filter(({ kind }) => kind !== "talk");
  const pairs: Pair[] = [];
  const faults: Fault[] = [];
  for (const told of expect.told) {
    const at = left.findIndex((one) => fits(told, one, expect.anyAsk));
    const [message] = at < 0 ? [] : left.splice(at, 1);
    if (!message) faults.push({ kind: "missed", what: `${told.kind}${told.says ? `: ${told.says}` : ""}` });
    else pairs.push({ told, message });
    if (message && message.silent !== (told.silent ?? isSilentKind(told.kind)))
      faults.push({
        kind: "unexpected",
        what: `${told.kind} came ${message.silent ? "silently" : "loudly"}`,
      });
  }
  for (const { kind, text } of left) {
    const doubled = pairs.some(({ message }) => message.kind === kind);
    faults.push({ kind: doubled ? "doubled" : "unexpected", what: `${kind}: ${text.slice(0, 200)}` });
  }
  return { pairs, faults };
}

function fits({ kind, or, says }: Told, message: Message, anyAsk: boolean): boolean {
  const sameKind =
    message.kind === kind ||
    message.kind === or ||
    (anyAsk && askKinds.has(kind) && askKinds.has(message.kind));
  const holds =
    says === undefined || (typeof says === "string" ? message.text.includes(says) : says.test(message.text));
  return sameKind && holds;
}

function sessionFaults(
  expect: SessionExpectation,
  run: ExpectedRun,
  session: SessionSeen,
  { messages, until }: Seen,
): Fault[] {
  const killed = expect.life === "stays" && !session.alive;
  const tooEarly = earlyTeardown(expect, session, messages);
  const faults = stateFaults(expect, run.mayPass ?? [], session.states, until);
  return [
    ...(killed ? [{ kind: "false-kill" as const, what: `${session.name} does not run any more` }] : []),
    ...(tooEarly ? [{ kind: "false-kill" as const, what: tooEarly }] : []),
    ...faults.map((what): Fault => ({ kind: "wrong-state", what })),
  ];
}

/** A teardown that nobody asked for, or that came before the end was told. */
function earlyTeardown(
  { life }: SessionExpectation,
  { name, tornDownAt }: SessionSeen,
  messages: readonly Message[],
): string | undefined {
  if (tornDownAt === undefined) return undefined;
  if (life !== "torn-down") return `${name} was torn down`;
  const told = messages.findLast(({ kind, text }) => kind === "finished" && text.includes(name))?.at;
  return told === undefined || told > tornDownAt
    ? `${name} was torn down before its end was told`
    : undefined;
}
