/**
 * `jama replay <session folder>`: every verdict once more from the journal, and where today's rules would differ.
 * With --fixture a bug report becomes a test, without code. It needs no setting, no token, no running bot.
 */
import { basename, resolve } from "node:path";
import { InvalidArgumentError } from "commander";
import { readJournal } from "../warden/replay/readJournal.ts";
import { replay as judgeAgain } from "../warden/replay/replay.ts";
import { damageLines, replayLines } from "./replayWords.ts";
import type { Subcommand } from "./subcommand.ts";
import { type FixtureWish, writeFixture } from "./writeFixture.ts";

interface Options {
  fixture?: string;
  until?: number;
  into?: string;
  keepWords?: boolean;
}

const codes = { differs: 1, unusable: 2 } as const;

export const replay: Subcommand = (program, around, end) => {
  program
    .command("replay")
    .description("judge a session again from its journal, and say where today's rules would differ")
    .argument("<folder>", "the session's folder, in .jama/sessions")
    .option("--fixture <state/name>", "write what was seen as a test of the judge that expects this state")
    .option(
      "--until <number>",
      "the verdict that the fixture is about; the last one by default",
      verdictNumber,
    )
    .option("--into <folder>", "where the fixture goes; the tests of this checkout by default")
    .option("--keep-words", "leave messages in the fixture as they are, but for names and secrets")
    .addHelpText(
      "after",
      "\nExit codes: 0 the same verdicts, 1 other verdicts, 2 nothing that can be judged.",
    )
    .action(async (path: string, { fixture, until, into, keepWords = false }: Options) => {
      const folder = resolve(path);
      const found = await readJournal(folder);
      if (found.kind === "none") {
        around.complain(found.why);
        return end(codes.unusable);
      }
      for (const line of damageLines(found.damage)) around.complain(line);
      if (fixture !== undefined) {
        const wish: FixtureWish = { as: fixture, until, into, keepWords };
        const { lines, written } = await writeFixture(found.entries, wish, around);
        for (const line of lines) (written ? around.say : around.complain)(line);
        return end(written ? 0 : codes.unusable);
      }
      const judged = judgeAgain(found.entries);
      for (const line of replayLines(basename(folder), judged)) around.say(line);
      end(judged.differences === 0 ? 0 : codes.differs);
    });
};

function verdictNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError("It is the number of a verdict: 1, 2, ...");
  return Number(text);
}
