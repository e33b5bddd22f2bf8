/**
 * The end of a run: what still lives is ended by a person's order, which always works; left-overs that were told are
 * ended by their button; then nothing may run any more, and Jama's own model must not have been asked by the watching.
 */
import type { ModelApi } from "../../../src/modelapi/index.ts";
import { leftovers } from "../../support/claude/leftovers.ts";
import { describeProcess } from "../../support/claude/processes.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { personId } from "../../support/jama/world.ts";
import type { Fault, Seen } from "../judge/compare.ts";
import { callFaults } from "./ownModel.ts";
import type { Stage } from "./stage.ts";

const stopMs = 40_000;

export async function closeDown(
  stage: Stage,
  ownModel: ModelApi,
  { keyed, seen }: { keyed: boolean; seen: Seen },
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { name } of seen.sessions.filter((one) => one.alive)) {
    const stopped = await stopByOrder(stage, name).catch(
      (error: unknown): Fault => ({ kind: "run-failed", what: `an order to stop did not work: ${error}` }),
    );
    if (stopped) faults.push(stopped);
  }
  await stage.allSaid().catch(() => undefined); // shows as left behind
  await endLeftovers(stage);
  await stage.close();
  for (const bot of stage.world.bots) await bot.stop();
  const left = await stillThere(stage);
  for (const pid of left) faults.push({ kind: "left-behind", what: await describeProcess(pid) });
  const ends = seen.messages.filter(({ kind }) => kind === "finished" || kind === "reply").length;
  const read = stage.world.server.chat(personId).messages.filter((one) => !one.fromBot).length;
  const restarts = stage.world.bots.length - 1;
  for (const what of callFaults(ownModel, { keyed, read, ends, restarts }))
    faults.push({ kind: "own-model-call", what });
  return faults;
}

async function stopByOrder({ world }: Stage, name: string): Promise<undefined> {
  const says = (text: string) =>
    world.server.waitFor(personId, (one) => one.fromBot && one.text.includes(text), {
      timeoutMs: stopMs,
      what: text,
    });
  const { id, buttons } = await says(`Session launched: ${name}`);
  // Told as over: what of it still runs is among the left-overs.
  if (!buttons.flat().some(({ text }) => text === "Stop")) return;
  world.person.taps(id, "Stop");
  world.person.taps((await says(`Stop ${name}?`)).id, "Yes, stop it");
  await says(`${name} is stopped.`);
}

async function endLeftovers({ world }: Stage): Promise<void> {
  const offers = world.server
    .chat(personId)
    .fromBot.filter(({ buttons }) => buttons.flat().some(({ text }) => text === "End them"));
  for (const { id } of offers) {
    world.person.taps(id, "End them");
    const ended = (one: { id: number; text: string }) => one.id === id && one.text.includes("Ended");
    await world.server.waitFor(personId, ended, { timeoutMs: stopMs }).catch(() => undefined); // shows as left behind
  }
}

/** A process that is about to end may take a moment. */
async function stillThere(stage: Stage): Promise<number[]> {
  const traces = { homes: [stage.home] };
  const gone = async () => (await leftovers(traces)).length === 0;
  await waitFor(gone, { timeoutMs: 3_000 }).catch(() => undefined);
  return leftovers(traces);
}
