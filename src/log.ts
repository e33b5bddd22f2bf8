/** The log: pino, a line of JSON each to stderr, with Jama's own secrets blotted out wherever they stand. */
import pino from "pino";
import type { Logger } from "./logger.ts";

/** grammY puts the token into the text of network errors, so every finished line is looked through. */
export function createLog(level: string, secrets: readonly string[]): Logger {
  const blot = blotter(secrets);
  return pino({ level }, { write: (line: string) => void process.stderr.write(blot(line)) });
}

/** Takes the secrets out of a text. */
export function blotter(secrets: readonly string[]): (text: string) => string {
  const known = secrets.filter((one) => one !== "");
  return (text) => known.reduce((rest, one) => rest.replaceAll(one, "[secret]"), text);
}
