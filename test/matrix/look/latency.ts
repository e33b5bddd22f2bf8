/**
 * When the fact that a message tells of came into the world, by clocks that are not the watcher's: the time of the
 * hook's file, the time Claude Code itself put into its registry, the exit event, a key press. Pure.
 */
import { z } from "zod";
import type { Told } from "../scenario.ts";
import { evidenceOf, type JournalLine } from "./journal.ts";
import type { Kind } from "./kinds.ts";

export interface FactInput {
  readonly told: Told;
  /** When the Bot API server took the message. */
  readonly at: number;
  readonly lines: readonly JournalLine[];
  readonly marks: ReadonlyMap<string, number>;
  /** When the scripted model had sent the last byte of an answer, oldest first. */
  readonly lastBytes: readonly number[];
}

const Hook = z.looseObject({ at: z.number(), fact: z.looseObject({ event: z.string() }) });
const Status = z.looseObject({ status: z.string(), updatedAt: z.number() });

/** Kinds that follow an answer of the model at once. */
const answers: ReadonlySet<Kind> = new Set([
  "finished",
  "reply",
  "background",
  "sleeping",
  "failed",
  "question",
  "permission",
  "plan",
]);

/** Undefined where nothing outside tells when. Without hook and registry: the model's last byte. */
export function factAt(input: FactInput): number | undefined {
  const { told, marks } = input;
  if (told.since === null) return undefined;
  if (told.since !== undefined) return marks.get(told.since);
  const seen = evidencedAt(input);
  return seen ?? (answers.has(told.kind) ? lastByteBefore(input) : undefined);
}

/** The last answer that was complete before the message. */
export function lastByteBefore({ lastBytes, at }: Pick<FactInput, "lastBytes" | "at">): number | undefined {
  return lastBytes.findLast((one) => one <= at);
}

function evidencedAt(input: FactInput): number | undefined {
  switch (input.told.kind) {
    case "finished":
    case "reply":
      return latest(hookAt(input, "Stop"), statusAt(input, "idle"));
    case "background":
    case "sleeping":
      return hookAt(input, "Stop") ?? statusAt(input, "shell") ?? statusAt(input, "idle");
    case "question":
    case "permission":
    case "plan":
      return hookAt(input, "asked") ?? statusAt(input, "waiting");
    case "interrupted":
      return statusAt(input, "idle");
    case "failed":
      return hookAt(input, "StopFailure") ?? statusAt(input, "idle");
    case "exited":
      return before(
        evidenceOf(input.lines, "exit").map((one) => one.at),
        input.at,
      );
    default:
      return undefined;
  }
}

function hookAt({ lines, at }: FactInput, event: string): number | undefined {
  const hooks = evidenceOf(lines, "hook").flatMap((one) => Hook.safeParse(one).data ?? []);
  return before(
    hooks.filter(({ fact }) => fact.event === event).map((one) => one.at),
    at,
  );
}

function statusAt({ lines, at }: FactInput, status: string): number | undefined {
  const seen = evidenceOf(lines, "registry").flatMap((one) => Status.safeParse(one).data ?? []);
  return before(
    seen.filter((one) => one.status === status).map((one) => one.updatedAt),
    at,
  );
}

function before(times: readonly number[], at: number): number | undefined {
  return times.filter((one) => one <= at).at(-1);
}

function latest(...times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((one) => one !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}
