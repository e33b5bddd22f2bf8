/** What is expected of a scenario in a set of channels and a version. Pure. */
import { askKinds } from "../look/kinds.ts";
import type { ChannelSet, Expectation, Scenario, SessionExpectation, Told } from "../scenario.ts";

export type ExpectedIn =
  | { readonly kind: "run"; readonly expect: ExpectedRun; readonly why: readonly string[] }
  | { readonly kind: "skip"; readonly why: string };

export interface ExpectedRun extends Expectation {
  readonly told: readonly Told[];
  /** Any kind of question stands for any other: no hook says what is asked. */
  readonly anyAsk: boolean;
}

export function expectIn(scenario: Scenario, set: ChannelSet, version: string): ExpectedIn {
  const exceptions = (scenario.except ?? []).filter(
    ({ sets, versions }) => (sets?.includes(set) ?? true) && (versions?.includes(version) ?? true),
  );
  const skip = exceptions.find((one) => one.expect === "skip");
  if (skip) return { kind: "skip", why: skip.why };
  const special = exceptions.map(({ expect }) => (expect === "skip" ? {} : expect));

  const general = set === "a" ? scenario.expect : inDoubt(scenario.expect, set);
  const all = swept(Object.assign({}, general, ...special), set);
  const told = all.told.map((one): Told => (typeof one === "string" ? { kind: one } : one));
  const anyAsk = set === "b" || set === "d";
  return { kind: "run", expect: { ...all, told, anyAsk }, why: exceptions.map((one) => one.why) };
}

/**
 * With a channel missing, not every sign agrees: an end is told, and the session is left alone (invariant 1). Without
 * hooks and transcript nothing says what kind of question it is.
 */
function inDoubt(expect: Expectation, set: ChannelSet): Expectation {
  const { others } = expect;
  return {
    ...expect,
    ...leftAlone(expect, set),
    ...(others ? { others: leftAlone(others, set) } : {}),
    told: expect.told.map((one) => kindOnly(one, set)),
  };
}

function leftAlone(expect: SessionExpectation, set: ChannelSet): SessionExpectation {
  const states = expect.passes.map((state) => looser(state, set));
  if (expect.life !== "torn-down") return { ...expect, passes: states, final: looser(expect.final, set) };
  const passes = states.filter((state) => state !== "closed");
  return { passes, final: passes.at(-1) ?? "finished", life: "stays" };
}

function looser(state: string, set: ChannelSet): string {
  return set === "b" || set === "d" ? state.replace(/^waiting\((?!reply).*\)$/, "waiting") : state;
}

/** What a question says stands in the hook only. */
function kindOnly(one: Expectation["told"][number], set: ChannelSet): Expectation["told"][number] {
  if (typeof one === "string" || set === "c" || !askKinds.has(one.kind)) return one;
  const { says: _, ...rest } = one;
  return rest;
}

/** Without hooks the sweep looks in from time to time: work that takes a moment goes by unseen. */
function swept(expect: Expectation, set: ChannelSet): Expectation {
  if (set !== "b" && set !== "d") return expect;
  const seen = (one: SessionExpectation) => {
    const rests = one.passes.filter((state) => state !== "working");
    const passes = rests.filter((state, at) => state !== rests[at - 1]);
    return { ...one, passes };
  };
  const { others, mayPass = [] } = expect;
  return {
    ...expect,
    ...seen(expect),
    ...(others ? { others: seen(others) } : {}),
    mayPass: [...mayPass, "working"],
  };
}
