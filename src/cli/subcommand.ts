/**
 * What a subcommand of `jama` is: one file in this folder that adds itself to the program. It reads and prints
 * only through what is given to it, and ends with a code: 0 all is well, 1 it found something, 2 it was asked wrongly.
 */
import type { Command } from "commander";
import type { HostUser } from "../config/environment.ts";
import type { Places } from "../config/places.ts";
import type { Env } from "../config/settings.ts";

/** The world around a subcommand. */
export interface Surroundings {
  /** Read when it is asked for: what needs no setting must not fail over one. */
  environment(): Env;
  /** Whose machine this is. */
  user(): HostUser;
  /** JAMA_HOME and CLAUDE_BIN, for what needs no other setting. */
  places(): Places;
  /** The folder Jama itself lies in. */
  ownFolder: string;
  version: string;
  /** To the standard output, line by line. */
  say(line: string): void;
  /** To the standard error. */
  complain(line: string): void;
}

/** What it does ends with `end(code)`; without one the code is 0. */
export type Subcommand = (program: Command, around: Surroundings, end: (code: number) => void) => void;
