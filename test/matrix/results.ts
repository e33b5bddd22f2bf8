/** The results file: one line per run, appended as soon as it is over, so that a long run can be broken off and resumed. */
import { appendFile, mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { cacheFolder } from "../support/claude/fetch.ts";
import { RunRecord } from "./record.ts";

export class Results {
  readonly path: string;

  constructor(name: string) {
    this.path = join(cacheFolder(), "matrix", `${name}.jsonl`);
  }

  /** All runs that can be read; a line that was cut short is none. */
  async read(): Promise<RunRecord[]> {
    const text = await readFile(this.path, "utf8").catch(() => "");
    return text.split("\n").flatMap((line) => {
      const read = RunRecord.safeParse(parsed(line));
      return read.success ? [read.data] : [];
    });
  }

  async add(record: RunRecord): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    await appendFile(this.path, `${JSON.stringify(record)}\n`);
  }

  async clear(): Promise<void> {
    await rm(this.path, { force: true });
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // the end of a run that was broken off
  }
}
