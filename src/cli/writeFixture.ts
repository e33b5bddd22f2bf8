/** Writes a fixture of the judge from a journal: nothing is overwritten, and nothing of anybody's own is in it. */
import { mkdir, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { redact } from "../desk/message/redact.ts";
import { SessionState } from "../protocol/session.ts";
import { type JournalEntry, lastRecord } from "../warden/journal/journal.ts";
import { fixtureOf } from "../warden/replay/fixture.ts";
import type { Surroundings } from "./subcommand.ts";

export interface FixtureWish {
  /** `<expected state>/<name>`. */
  as: string;
  until: number | undefined;
  into: string | undefined;
  keepWords: boolean;
}

const shape = /^([a-z-]+)\/([a-z0-9-]+)$/;

/** What to tell, and whether the file was written. */
export async function writeFixture(
  entries: readonly JournalEntry[],
  { as, until, into, keepWords }: FixtureWish,
  around: Surroundings,
): Promise<{ written: boolean; lines: string[] }> {
  const refused = (...lines: string[]) => ({ written: false, lines });
  const [, expected = "", name = ""] = shape.exec(as) ?? [];
  if (name === "")
    return refused(`"${as}" is not <expected state>/<name>, such as working/a-long-silent-tool.`);
  if (!SessionState.safeParse(expected).success)
    return refused(`"${expected}" is no state. States: ${SessionState.options.join(", ")}.`);
  const root = into === undefined ? join(around.ownFolder, "test", "fixtures", "judge") : resolve(into);
  if (!(await exists(root)))
    return refused(`There is no folder ${root}. Run it in a checkout of Jama, or say where with --into.`);
  const path = join(root, expected, `${name}.jsonl`);
  if (await exists(path)) return refused(`${path} is there already. Give it another name.`);

  const fixture = fixtureOf(entries, until, {
    replace: ownNames(entries, around.user()),
    redact: (text) => redact(text, []),
    keepWords,
  });
  if (!fixture) return refused(`The journal holds no verdict${until === undefined ? "" : ` ${until}`}.`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, fixture.entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));

  const { number, of, recorded, today, faithful } = fixture;
  const holds = today.state === expected;
  return {
    written: true,
    lines: [
      `Written: ${path}`,
      `It ends at verdict ${number} of ${of}: ${recorded.state}, by the rule ${recorded.rule}.`,
      `Today's rules say ${today.state}, by the rule ${today.rule}: the test ${holds ? "holds" : `fails until they say ${expected}`}.`,
      ...(faithful
        ? []
        : ["The words that were taken out matter here: with --keep-words it is judged as it was."]),
      keepWords
        ? "Messages are in it as they were, but for names and secrets: read it before you publish it."
        : "Messages, tasks and paths are taken out of it. Read it before you publish it all the same.",
    ],
  };
}

/** What tells whose session it was: the longest first, since a home is part of a path. */
function ownNames(
  entries: readonly JournalEntry[],
  user: { name: string; home: string },
): (readonly [string, string])[] {
  const record = lastRecord(entries);
  const names: (readonly [string, string])[] = [
    ...(record
      ? ([
          [record.folder, "/home/user/.jama/sessions/session"],
          [record.projectPath, "/home/user/project"],
          [record.name, "claude-project-20260303-142000"],
          [record.project, "project"],
        ] as const)
      : []),
    [user.home, "/home/user"],
    [user.name, "user"],
  ];
  return names.filter(([own]) => own.length > 2).sort(([one], [other]) => other.length - one.length);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
