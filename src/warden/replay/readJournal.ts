/**
 * A journal for somebody who looks into it: other than the bot, which passes over what it cannot read and goes on,
 * this says of every line that is missing which it is and why. A path may name the session's folder or the file.
 */
import { readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { JournalEntry } from "../journal/journal.ts";

export interface Damage {
  /** From 1. */
  line: number;
  what: string;
}

export type JournalFound =
  | { kind: "journal"; entries: JournalEntry[]; damage: Damage[] }
  /** `why` is for the person. */
  | { kind: "none"; why: string };

const format = 1;
const OtherFormat = z.object({
  kind: z.literal("created"),
  record: z.object({ v: z.number().refine((v) => v !== format) }),
});
const Opened = z.object({ kind: z.literal("opened"), jama: z.string() });

export async function readJournal(path: string): Promise<JournalFound> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => undefined,
  );
  if (isFile === undefined) return none(`There is no such folder: ${path}`);
  const file = isFile ? path : join(path, "journal.jsonl");
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      return none(`${path} is no folder of a session: there is no journal.jsonl in it.`);
    return none(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return understand(text, basename(path));
}

function understand(text: string, name: string): JournalFound {
  const lines = text.split("\n").map((line, at) => ({ line: at + 1, text: line }));
  const entries: JournalEntry[] = [];
  const damage: Damage[] = [];
  for (const { line, text } of lines.filter((one) => one.text.trim() !== "")) {
    const value = parse(text);
    const other = OtherFormat.safeParse(value);
    if (other.success) return none(otherVersion(name, other.data.record.v, lines));
    const entry = JournalEntry.safeParse(value);
    if (entry.success) entries.push(entry.data);
    else damage.push({ line, what: value === undefined ? "cut off or damaged" : unknownWords(value) });
  }
  if (entries.length === 0) return none(`The journal of ${name} holds nothing that can be read.`);
  return { kind: "journal", entries, damage };
}

function otherVersion(name: string, v: number, lines: readonly { text: string }[]): string {
  const [writer] = lines.flatMap(({ text }) => Opened.safeParse(parse(text)).data?.jama ?? []);
  const by = writer === undefined ? "another version of Jama" : `Jama ${writer}`;
  return `The journal of ${name} was written by ${by}, in format ${v}; this version reads format ${format}.`;
}

const Named = z.object({ kind: z.string(), evidence: z.object({ channel: z.string() }).optional() });

function unknownWords(value: unknown): string {
  const named = Named.safeParse(value);
  if (!named.success) return "no entry of a journal";
  const { kind, evidence } = named.data;
  const what = evidence ? `${kind} (${evidence.channel})` : kind;
  return `an entry that this version does not understand: ${what}`;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function none(why: string): JournalFound {
  return { kind: "none", why };
}
