/** Waits until everything that is expected was told, and then as long as it takes to see that no more comes of it. */
import { setTimeout as delay } from "node:timers/promises";
import { personId } from "../../support/jama/world.ts";
import type { ExpectedRun } from "../judge/expectIn.ts";
import { askKinds, type Kind, kindOf } from "../look/kinds.ts";
import type { Stage } from "./stage.ts";

/** A process that ignores SIGTERM is given so long before it is killed. */
const endMs = 10_000;
/** The sweep of the bot looks at everything this often. */
const sweepMs = 2_000;

export async function settle(
  stage: Stage,
  expect: ExpectedRun,
  { patience, graceMs }: { patience: number; graceMs: number },
): Promise<void> {
  const { server } = stage.world;
  // What is said about a teardown, or about why there is none, comes after the grace period.
  const afterwards = expect.told.some(({ kind }) => kind === "kept" || kind === "left-over");
  const timeoutMs = patience + (afterwards ? graceMs + endMs : 0);
  await server.waitUntil(() => missing(stage, expect) === 0, { timeoutMs }).catch(() => undefined); // what is missing shows in the comparison
  const sessions = stage.sessions().map((name, at) => {
    const { final, life } = at === 0 ? expect : (expect.others ?? expect);
    return { name, final, stays: life === "stays" };
  });
  await stage
    .until(
      sessions.map(({ final, stays }) => (stays ? "" : final)),
      graceMs + endMs + patience,
    )
    .catch(() => undefined);
  // Long after a teardown would have come: it lives, and nothing more is told.
  const living = sessions.filter(({ stays }) => stays).map(({ name }) => name);
  if (living.length > 0) await stage.mustLive(graceMs + 2 * sweepMs + 1_000, living);
  else await delay(sweepMs / 2); // for what would be said too much
}

/** How many of the expected messages have not come yet. */
function missing(stage: Stage, { told, anyAsk }: ExpectedRun): number {
  const said = stage.world.server.chat(personId).fromBot.flatMap((one) => kindOf(one) ?? []);
  const family = (kind: Kind) => (anyAsk && askKinds.has(kind) ? "asked" : kind);
  const left = said.map(family);
  return told.filter(({ kind, or = kind }) => {
    const at = left.findIndex((one) => one === family(kind) || one === or);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  }).length;
}
