/**
 * Fetches the end of outputs that the transcript cuts off. The cut keeps the beginning, and a test runner
 * sums up at the end.
 */
import { open } from "node:fs/promises";
import type { BashCall } from "./bashCalls.ts";

const tailBytes = 64 * 1024;

/** The same calls; where the file is gone, the output stays as it was and `outputFile` stays set. */
export function withFullOutput(calls: readonly BashCall[]): Promise<BashCall[]> {
  return Promise.all(calls.map(fill));
}

async function fill(call: BashCall): Promise<BashCall> {
  const { outputFile, ...rest } = call;
  if (outputFile === undefined) return call;
  const output = await tail(outputFile).catch(() => undefined);
  return output === undefined ? call : { ...rest, output };
}

async function tail(path: string): Promise<string> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - tailBytes);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}
