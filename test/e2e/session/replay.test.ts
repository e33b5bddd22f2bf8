/** `jama replay` as a process, on the journals of whole real sessions: today's rules say what was said, to the letter. */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect } from "vitest";
import { ask, bash, say } from "../../../src/modelapi/index.ts";
import { Journal } from "../../../src/warden/journal/journal.ts";
import { replay } from "../../../src/warden/replay/replay.ts";
import {
  allSaid,
  answerDialog,
  clearedUp,
  complete,
  launch,
  sessionFolder,
  told,
} from "../../support/jama/session.ts";
import { storyTest } from "../../support/jama/stories.ts";

const it = storyTest("replayed");
const main = fileURLToPath(new URL("../../../dist/main.js", import.meta.url));

interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Without any setting: a replay needs none. */
function jama(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { env: {}, cwd: "/" }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

const question = {
  question: "Which pagination style?",
  header: "Style",
  options: [
    { label: "Cursor", description: "stable" },
    { label: "Offset", description: "simple" },
  ],
};

describe("the journal of a whole session", () => {
  it("2: question, background task, restart, finish and teardown are judged again as they were", async ({
    open,
  }) => {
    const world = await open();
    world.lab.api.script("add pagination", [
      ask([question]),
      bash("until [ -e go ]; do sleep 0.1; done; rm go", { description: "Build it all", background: true }),
      say("The build runs."),
      say("The build is done."),
    ]);
    const name = await launch(world, "add pagination");
    await told(world, "Which pagination style?");
    await answerDialog(world, name, "1. Cursor", "1");
    await told(world, "turn over, 1 task still running");
    await allSaid(world);
    await world.bots.at(-1)?.kill();
    await world.start();
    await writeFile(join(world.lab.project.path, "go"), "");
    await complete(world, name);
    await clearedUp(world, name);

    const folder = sessionFolder(world, name);
    const run = await jama("replay", folder);
    expect(run, run.out).toMatchObject({ code: 0, err: "" });
    expect(run.out).toMatch(/\d+ verdicts: today's rules say the same\.\n$/);
    expect(run.out.match(/took it up/g)).toHaveLength(2);
    expect(run.out).toContain("Jama ended it: nothing spoke against that.");
    for (const said of [
      /waiting \(question\), by the rule asked/,
      /background \(turn over, 1 of its tasks still running\), by the rule background-tasks/,
      /finished, by the rule stop-and-idle/,
      /closed, by the rule ended-by-order/,
    ])
      expect(run.out).toMatch(said);

    // Not only the same verdicts, but resting on the same.
    const { steps } = replay(await new Journal(folder, Date.now).read());
    const verdicts = steps.flatMap((step) => (step.kind === "verdict" ? [step] : []));
    expect(verdicts.map((one) => one.today.because)).toEqual(verdicts.map((one) => one.recorded.because));

    // A rule that saw something else would be named, with what it makes of it.
    const path = join(folder, "journal.jsonl");
    const journal = await readFile(path, "utf8");
    const changed = journal.replace(/"tasks":\["[^"]*"\]/, '"tasks":[]');
    expect(changed).not.toBe(journal);
    await writeFile(path, changed);
    const other = await jama("replay", folder);
    expect(other.code).toBe(1);
    expect(other.out).toMatch(/by the rule background-tasks\n[^\n]*\n +TODAY: working, by the rule at-work/);
    expect(other.out).toMatch(/today's rules differ (once|\d+ times)\.\n$/);
    await writeFile(path, journal);

    // The same session as a test of the judge, with nothing of this machine in it.
    const fixture = ["--fixture", "background/real", "--into", world.lab.folder, "--until", "6"];
    const made = await jama("replay", folder, ...fixture);
    expect(made, made.err).toMatchObject({ code: 0 });
    const text = await readFile(join(world.lab.folder, "background", "real.jsonl"), "utf8");
    for (const own of [world.lab.folder, name, "pagination", "Build it all"]) expect(text).not.toContain(own);
  });
});
