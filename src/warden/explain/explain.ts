/** A verdict explained: what each channel said last, the rule that decided, what speaks against an end. Pure. */
import type { Explanation } from "../../protocol/explanation.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { Observed } from "../evidence/observed.ts";
import type { JournalEntry } from "../journal/journal.ts";
import { blockers } from "../judge/blockers.ts";
import type { Policy, Verdict } from "../judge/verdict.ts";
import { evidenceWords } from "./evidenceWords.ts";
import { ruleWords } from "./ruleWords.ts";

type Channel = Evidence["channel"];
type Words = Omit<Explanation, "view">;

/** The channels in the order in which they are shown; one with `silent` is shown also when it has said nothing. */
const channels: Readonly<Record<Channel, { name: string; silent?: string }>> = {
  hook: { name: "hooks", silent: "none has come" },
  registry: { name: "registry", silent: "nothing heard" },
  tmux: { name: "tmux", silent: "nothing heard" },
  log: { name: "log", silent: "not seen yet" },
  process: { name: "process", silent: "not asked yet" },
  screen: { name: "screen", silent: "not looked at" },
  transcript: { name: "transcript", silent: "not needed so far" },
  version: { name: "version" },
  exit: { name: "exit" },
  verify: { name: "verify command" },
  desk: { name: "desk" },
  order: { name: "order" },
  end: { name: "end" },
  launched: { name: "launch" },
  "not-launched": { name: "launch" },
  boot: { name: "machine" },
  woke: { name: "machine" },
};
const isChannel = (name: string): name is Channel => name in channels;
const inOrder = Object.keys(channels).filter(isChannel);

/** How many earlier verdicts are told. */
const remembered = 4;

export interface LiveNow {
  lastWords: ReadonlyMap<Channel, Evidence>;
  seen: Observed;
  verdict: Verdict;
  policy: Policy;
  /** The journal so far. */
  entries: readonly JournalEntry[];
  now: number;
}

export function explainLive({ lastWords, seen, verdict, policy, entries, now }: LiveNow): Words {
  const { rule } = verdict;
  const against = verdict.kind === "finished" ? blockers(seen, verdict, policy, now) : [];
  return {
    at: now,
    rule,
    says: ruleWords(rule),
    channels: channelWords(lastWords),
    against: against.map((one) => one.why),
    before: verdictsBefore(entries),
  };
}

/** What a journal says of a session that is over; undefined when it holds no verdict. */
export function explainEnded(entries: readonly JournalEntry[]): Words | undefined {
  const last = entries.findLast((entry) => entry.kind === "verdict");
  if (!last) return undefined;
  const evidence = entries.flatMap((entry) => (entry.kind === "evidence" ? [entry.evidence] : []));
  return {
    at: last.at,
    rule: last.rule,
    says: ruleWords(last.rule),
    channels: channelWords(new Map(evidence.map((one) => [one.channel, one]))),
    against: [],
    before: verdictsBefore(entries),
  };
}

function channelWords(lastWords: ReadonlyMap<Channel, Evidence>): Words["channels"] {
  return inOrder.flatMap((channel): Words["channels"] => {
    const { name, silent } = channels[channel];
    const said = lastWords.get(channel);
    if (said) return [{ name, says: evidenceWords(said), at: since(said) }];
    return silent === undefined ? [] : [{ name, says: silent, at: null }];
  });
}

/** When it came to be so, where the channel knows that better than who read it. */
function since(evidence: Evidence): number {
  if (evidence.channel === "log") return evidence.changedAt;
  return evidence.at;
}

function verdictsBefore(entries: readonly JournalEntry[]): Words["before"] {
  const verdicts = entries.flatMap((entry) => (entry.kind === "verdict" ? [entry] : []));
  return verdicts
    .slice(0, -1)
    .slice(-remembered)
    .reverse()
    .map(({ state, detail, rule, at }) => ({ state, detail, rule, at }));
}
