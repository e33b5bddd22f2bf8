/** One run as it is kept: a line of the results file. */
import { z } from "zod";
import { faultKinds } from "./judge/compare.ts";
import { channelSets } from "./scenario.ts";

const ToldRecord = z.object({
  kind: z.string(),
  /** From the fact to the message at the Bot API server, in ms; null where nothing outside tells when. */
  fromFact: z.number().nullable(),
  /** From the last byte of the model's answer to the message. */
  fromLastByte: z.number().nullable(),
});

export const RunRecord = z.object({
  scenario: z.string(),
  set: z.enum(channelSets),
  version: z.string(),
  /** 1, 2, ...: which of the repetitions. */
  run: z.number(),
  /** Unix milliseconds. */
  at: z.number(),
  tookMs: z.number(),
  /** The bot had a key for a model of its own. */
  keyed: z.boolean(),
  faults: z.array(z.object({ kind: z.enum(faultKinds), what: z.string() })),
  states: z.array(z.array(z.string())),
  told: z.array(ToldRecord),
  seed: z.object({
    says: z.enum(["kill", "ping", "vanished", "nothing"]),
    /** right: as it should be. kills: ends what must live. misses: an end that it never tells. */
    verdict: z.enum(["right", "kills", "misses"]),
  }),
});
export type RunRecord = z.infer<typeof RunRecord>;

export type RunKey = Pick<RunRecord, "scenario" | "set" | "version" | "run">;

export function keyOf({ scenario, set, version, run }: RunKey): string {
  return `${scenario} ${set} ${version} ${run}`;
}
