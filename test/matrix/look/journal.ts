/** What the bot's journal of a session says, read loosely: states with their times, and when facts came into the world. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const Evidence = z.looseObject({ channel: z.string(), at: z.number() });
const Line = z.looseObject({
  kind: z.string(),
  at: z.number(),
  state: z.string().optional(),
  rule: z.string().optional(),
  detail: z.string().optional(),
  evidence: Evidence.optional(),
});
export type JournalLine = z.infer<typeof Line>;

export interface StateSeen {
  /** "waiting(question)", "working"; the detail stands only where it tells states apart. */
  readonly state: string;
  readonly rule: string;
  readonly at: number;
}

/** Every line that can be read; none while there is no journal. */
export async function readJournal(folder: string): Promise<JournalLine[]> {
  const text = await readFile(join(folder, "journal.jsonl"), "utf8").catch(() => "");
  return text.split("\n").flatMap((line) => {
    const read = Line.safeParse(parsed(line));
    return read.success ? [read.data] : [];
  });
}

/** The states in order; the same state twice in a row is one. */
export function statesOf(lines: readonly JournalLine[]): StateSeen[] {
  const all = lines.flatMap(({ kind, at, state, rule = "", detail = "" }) =>
    kind === "verdict" && state !== undefined ? [{ state: named(state, detail), rule, at }] : [],
  );
  return all.filter((one, at) => one.state !== all[at - 1]?.state);
}

/** Evidence of a channel, with whatever it holds, oldest first. */
export function evidenceOf(lines: readonly JournalLine[], channel: string) {
  return lines.flatMap(({ evidence }) => (evidence?.channel === channel ? [evidence] : []));
}

function named(state: string, detail: string): string {
  if (detail === "ending") return detail;
  const kind = /^\w+/.exec(detail)?.[0] ?? "";
  return state === "waiting" && kind !== "" ? `waiting(${kind})` : state;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // half a line, when it is read while it is written
  }
}
