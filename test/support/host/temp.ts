/** A folder of a test's own, gone when the test is over; and a logger that remembers instead of printing. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Logger } from "../../../src/logger.ts";

/** Its path holds a blank and a quote, since people's paths do. */
export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "jama it's "));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

export interface Remembered {
  log: Logger;
  said: string[];
}

/** Keeps what is logged as warning or error. */
export function rememberingLog(): Remembered {
  const said: string[] = [];
  const keep = (_: object, message?: string) => {
    said.push(message ?? "");
  };
  const drop = () => undefined;
  return { log: { debug: drop, info: drop, warn: keep, error: keep }, said };
}
