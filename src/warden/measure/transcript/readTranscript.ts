/** Reads a transcript as a stream: it can be hundreds of megabytes, most of it in lines we pass over. */
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseLine, type TranscriptLine } from "./line.ts";

/**
 * In order of time: on a busy machine 2.1.197 writes an answer before its prompt, now and then. Undefined when there
 * is no such file (yet). A half-written last line is passed over.
 */
export async function readTranscript(file: string): Promise<TranscriptLine[] | undefined> {
  const lines: TranscriptLine[] = [];
  try {
    const input = createReadStream(file, { encoding: "utf8" });
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      const line = parseLine(text);
      if (line) lines.push(line);
    }
    return inOrderOfTime(lines);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/**
 * The transcript with those of its sub-agents, which newer versions keep beside it in
 * `<session id>/subagents/`; in order of time. Undefined when the session has none yet.
 */
export async function readWithAgents(file: string): Promise<TranscriptLine[] | undefined> {
  const own = await readTranscript(file);
  if (!own) return undefined;
  const folder = join(file.replace(/\.jsonl$/, ""), "subagents");
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const agents = names
    .filter((name) => name.endsWith(".jsonl"))
    .map((name) => readTranscript(join(folder, name)));
  const others = (await Promise.all(agents)).flatMap((lines) => lines ?? []);
  return others.length === 0 ? own : inOrderOfTime([...own, ...others]);
}

/** A line without a time stays behind the one before it. */
function inOrderOfTime(lines: readonly TranscriptLine[]): TranscriptLine[] {
  let time = "";
  const timed = lines.map((line) => {
    time = line.timestamp || time;
    return { line, time };
  });
  return timed.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)).map(({ line }) => line);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
