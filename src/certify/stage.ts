/** One scenario on its stage: launched, played, watched until all is told or something is wrong, then cleared away. */
import { setTimeout as delay } from "node:timers/promises";
import type { Leftover } from "../protocol/leftover.ts";
import { isEnded } from "../protocol/session.ts";
import { type Act, deskOf, StageError, waiting } from "./atDesk.ts";
import { differences, type Got, isComplete, labelOf } from "./compare.ts";
import type { Lab } from "./lab.ts";
import type { Result } from "./report.ts";
import type { Scenario } from "./scenario.ts";
import { statesOf } from "./sessionJournal.ts";

/** Several rounds of the sweep and the grace period: a teardown that is to come has come by then. */
const stayMs = 8_000;

export async function play(scenario: Scenario, lab: Lab, signal: AbortSignal): Promise<Result> {
  const { name, expected, mode = "bypassPermissions" } = scenario;
  const begun = Date.now();
  lab.api.script(lab.taskOf(scenario), scenario.steps);
  const reply = await lab.warden.launch({
    id: name,
    project: lab.projectOf(scenario),
    task: lab.taskOf(scenario),
    origin: "",
    permissionMode: mode,
    bypassConsent: true,
  });
  if (reply.outcome !== "accepted") {
    const why = "why" in reply ? reply.why : reply.outcome;
    return { scenario: name, expected: [...expected.told], got: [], ms: 0, differs: [why] };
  }
  const { session } = reply;
  const told = () =>
    lab.events.filter((one) => one.session.name === session).flatMap((one) => labelOf(one) ?? []);
  const trouble = await act({ lab, scenario, session, told, signal });
  const ms = Date.now() - begun;
  if (expected.stays && trouble === "") await delay(stayMs, undefined, { signal });
  const states = await statesOf(lab.home, session);
  const got = told();
  const found: Got = { told: got, states, leftovers: await clearAway(lab, session), trouble };
  return { scenario: name, expected: [...expected.told], got, ms, differs: differences(expected, found) };
}

/** Gives what went wrong on the way; empty when all was told. */
async function act(on: Act): Promise<string> {
  const until = waiting(on);
  try {
    await on.scenario.play?.(deskOf(on, until));
    await until("all to be told", async () => isComplete(on.told(), on.scenario.expected));
    return "";
  } catch (error) {
    if (error instanceof StageError) return error.message;
    throw error;
  }
}

/** Ends it if it still runs; gives what ran on after an end that was not ordered here. */
async function clearAway(lab: Lab, session: string): Promise<Leftover[]> {
  const status = await lab.warden.status(session);
  if (status && !isEnded(status.view.state)) await lab.warden.stop({ id: `stop:${session}`, session });
  const left = lab.events.flatMap((one) =>
    one.session.name === session && "leftovers" in one ? one.leftovers : [],
  );
  if (left.length > 0) await lab.warden.endLeftovers(session);
  return left;
}
