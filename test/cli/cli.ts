/** The `jama` command in a test: what it says, and the code it ends with. */
import { runProgram } from "../../src/cli/program.ts";
import type { Surroundings } from "../../src/cli/subcommand.ts";

export interface Ran {
  code: number;
  out: string;
  err: string;
  /** How often the bot was started. */
  starts: number;
}

/** There is no setting at all: whoever asks for one fails. */
export async function jama(
  args: readonly string[],
  about: Partial<Surroundings> = {},
  startCode = 0,
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  let starts = 0;
  const around: Surroundings = {
    environment: () => {
      throw new Error("no setting is needed here");
    },
    user: () => ({ name: "ada", home: "/home/ada", shell: "/bin/sh" }),
    places: () => ({ home: "/nowhere", claudeBin: "claude" }),
    ownFolder: "/nowhere",
    version: "1.2.3",
    say: (line) => void out.push(line),
    complain: (line) => void err.push(line),
    ...about,
  };
  const code = await runProgram(args, around, async () => {
    starts += 1;
    return startCode;
  });
  return { code, out: out.join("\n"), err: err.join("\n"), starts };
}
