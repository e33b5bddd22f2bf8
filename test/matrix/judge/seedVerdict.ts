/** Whether the seeds' rule was right about a run. Pure. */
import type { RunRecord } from "../record.ts";
import type { Seen } from "./compare.ts";
import type { ExpectedRun } from "./expectIn.ts";
import type { SeedSays } from "./seedRule.ts";

/**
 * It kills when it would end what must live, or what was not over yet. It misses when a session is over, or waits
 * for a person, and it says nothing until the run ends. What Jama tears down first is no miss.
 */
export function seedVerdict(
  says: SeedSays,
  { life }: ExpectedRun,
  { messages, sessions }: Seen,
): RunRecord["seed"]["verdict"] {
  const overAt = messages.findLast(({ kind }) => kind === "finished")?.at ?? Number.POSITIVE_INFINITY;
  if (says.says === "kill") return life === "torn-down" && says.at >= overAt ? "right" : "kills";
  if (says.says === "nothing") return sessions[0]?.tornDownAt === undefined ? "misses" : "right";
  return "right";
}
