/** All that is measured about a session's work, put together. What cannot be known is absent, never guessed. */
import type { Facts } from "../../protocol/facts.ts";
import type { Base } from "./git/base.ts";
import type { Git } from "./git/git.ts";
import { gitFacts } from "./git/gitFacts.ts";
import { measureGit } from "./git/measureGit.ts";

export interface Measurement {
  git: Promise<Pick<Facts, "git" | "gitUnavailable">>;
  transcript: Promise<Pick<Facts, "tests" | "tokens">>;
}

/** Begins measuring both at once; either can be waited for, or not. Neither rejects. */
export function beginMeasuring(
  git: Git,
  { base, projectPath }: { base?: Base | undefined; projectPath: string },
  tempDir: string,
  readTranscript: () => Promise<Pick<Facts, "tests" | "tokens">>,
): Measurement {
  const measured = base
    ? measureGit({ git, path: projectPath, base, tempDir }).then(gitFacts)
    : Promise.resolve({ gitUnavailable: "its beginning was not recorded" });
  return {
    // A full disk, say: git needs a folder for its private index.
    git: measured.catch((error: Error) => ({ gitUnavailable: `git could not be asked (${error.message})` })),
    transcript: readTranscript().catch(() => ({})),
  };
}

/** What is there within the time; `complete` tells whether that is all. */
export async function factsWithin(
  { git, transcript }: Measurement,
  durationMs: number,
  budgetMs: number,
): Promise<{ facts: Facts; complete: boolean }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), budgetMs);
  });
  const [gitPart, transcriptPart] = await Promise.all([
    Promise.race([git, late]),
    Promise.race([transcript, late]),
  ]);
  clearTimeout(timer);
  const complete = gitPart !== undefined && transcriptPart !== undefined;
  return { facts: { ...gitPart, ...transcriptPart, durationMs }, complete };
}

/** Everything, however long it takes. */
export async function allFacts({ git, transcript }: Measurement, durationMs: number): Promise<Facts> {
  const [gitPart, transcriptPart] = await Promise.all([git, transcript]);
  return { ...gitPart, ...transcriptPart, durationMs };
}
