/** The `jama` command: the bot itself, and what helps to look into it. A new subcommand is one file and one line here. */
import { Command, CommanderError } from "commander";
import { certify } from "./certify.ts";
import { replay } from "./replay.ts";
import type { Subcommand, Surroundings } from "./subcommand.ts";

const subcommands: readonly Subcommand[] = [certify, replay];

/** The person asked for something that is not there, or left something out. */
const askedWrongly = 2;

/** Does what the arguments say, and gives the exit code. `start` runs the bot until it ends. */
export async function runProgram(
  args: readonly string[],
  around: Surroundings,
  start: () => Promise<number>,
): Promise<number> {
  let code = 0;
  const end = (with_: number) => {
    code = with_;
  };
  const program = new Command("jama")
    .description("Runs Claude Code for you, from Telegram. Without a command: start.")
    .version(around.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => around.say(text.trimEnd()),
      writeErr: (text) => around.complain(text.trimEnd()),
    })
    .showHelpAfterError("See jama --help.")
    .argument("[command]")
    .usage("[command]")
    .action(async (unknown: string | undefined) => {
      if (unknown !== undefined) program.error(`There is no command "${unknown}".`);
      end(await start());
    });
  program
    .command("start")
    .description("start the bot, as npm start does")
    .action(async () => end(await start()));
  for (const add of subcommands) add(program, around, end);
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : askedWrongly;
  }
}
