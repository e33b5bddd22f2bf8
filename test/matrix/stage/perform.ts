/** Performs one scenario once, with the built bot and the real Claude Code, and gives the record of it. */
import { testKey } from "../../support/claude/environment.ts";
import { openWorld } from "../../support/jama/world.ts";
import { breakFolders, goalMs, homeOf, patienceMs } from "../channels.ts";
import { compare, type Fault } from "../judge/compare.ts";
import { type ExpectedRun, expectIn } from "../judge/expectIn.ts";
import { seedSays } from "../judge/seedRule.ts";
import { seedVerdict } from "../judge/seedVerdict.ts";
import { Sampler } from "../look/sampler.ts";
import type { RunKey, RunRecord } from "../record.ts";
import type { Scenario } from "../scenario.ts";
import { closeDown } from "./closeDown.ts";
import { keepEvidence } from "./keepEvidence.ts";
import { latencies, look } from "./look.ts";
import { openOwnModel } from "./ownModel.ts";
import { settle } from "./settle.ts";
import { FalseKill, Stage } from "./stage.ts";

/** Stands for the 120 s of the grace period, and so for the two minutes of the seeds' rule. */
const graceMs = 3_000;
/** Sessions that begin in the same second in two worlds would else have the same name. */
let worlds = 0;

export async function perform(scenario: Scenario, key: RunKey): Promise<RunRecord> {
  const expected = expectIn(scenario, key.set, key.version);
  if (expected.kind === "skip") throw new Error(`${key.scenario} is left out here: ${expected.why}`);
  const { expect } = expected;
  const at = Date.now();
  const keyed = key.run % 2 === 1;
  worlds += 1;
  const projectName = `m${process.pid.toString(36)}x${worlds}`;
  const ownModel = await openOwnModel(projectName);
  const world = await openWorld({
    ...scenario.world,
    version: key.version,
    projectName,
    home: homeOf(key.set, scenario.world?.home),
    settings: {
      JAMA_IDLE_GRACE_SECONDS: String(graceMs / 1_000),
      ANTHROPIC_BASE_URL: ownModel.url,
      ...(keyed ? { ANTHROPIC_API_KEY: testKey } : {}),
      ...scenario.world?.settings,
    },
    start: false,
  });
  const stage = new Stage(world);
  try {
    await breakFolders(key.set, world.lab);
    const [samples, broken] = await play(scenario, stage, expect, patienceMs[key.set]);
    const seen = await look(stage);
    const { faults: compared, pairs } = compare(expect, seen);
    const told = await latencies(stage, pairs);
    const screens = await stage.screens();
    const closed = await closeDown(stage, ownModel, { keyed, seen });
    const faults = [...broken, ...compared, ...closed];
    const slow = told.some(({ fromFact }) => (fromFact ?? 0) > goalMs[key.set]);
    if (faults.length > 0 || slow) await keepEvidence(stage, key, faults, screens);
    const says = seedSays(samples.samples, graceMs);
    const seed = { says: says.says, verdict: seedVerdict(says, expect, seen) };
    const states = seen.sessions.map((one) => one.states.map(({ state }) => state));
    return { ...key, at, tookMs: Date.now() - at, keyed, faults, states, told, seed };
  } finally {
    await stage.close();
    await world.close();
    await ownModel.close();
  }
}

/** From the bot's start until all that is expected was told, and the rest had its time. */
async function play(
  scenario: Scenario,
  stage: Stage,
  expect: ExpectedRun,
  patience: number,
): Promise<[Sampler, Fault[]]> {
  const { model = [], name, message = `have Claude Code ${taskOf(name)}` } = scenario;
  const sampler = new Sampler(stage.world.lab.tmux);
  try {
    const steps = typeof model === "function" ? model(stage) : model;
    stage.api.script(message.replace("have Claude Code ", ""), steps);
    await scenario.prepare?.(stage);
    await stage.world.start();
    stage.world.person.sends(message);
    stage.session = /^Session launched: (\S+)/.exec((await stage.told("launched")).text)?.[1] ?? "";
    sampler.start(stage.session, stage.folder);
    await scenario.play?.(stage);
    await settle(stage, expect, { patience, graceMs });
    return [sampler, []];
  } catch (error) {
    const kind = error instanceof FalseKill ? "false-kill" : "run-failed";
    return [sampler, [{ kind, what: error instanceof Error ? error.message : String(error) }]];
  } finally {
    await sampler.stop();
  }
}

/** What the session is asked to do: words that name no test, since the model's own rules read them. */
function taskOf(name: string): string {
  return `work on ${name.replaceAll("-", " ")}`;
}
