/**
 * Why git could not do it, in plain words. Git has one exit code (128) for all of this, so its words are all
 * there is; they are asked for in the C locale, and what is not recognised is quoted as it is.
 */
import type { GitResult } from "./git.ts";

const known: readonly (readonly [RegExp, (found: string) => string])[] = [
  [
    /detected dubious ownership/,
    () =>
      "git does not trust this folder, it belongs to another user (git config --global --add safe.directory allows it)",
  ],
  [/not a git repository/, () => "this folder is not a git repository"],
  [/must be run in a work tree/, () => "this repository has no work tree"],
  [
    /'(.+?)\/?' does not have a commit checked out/,
    (path) => `"${path}" is a git repository of its own without a commit`,
  ],
  [
    /(?:clean )?filter '(.+?)'? failed|external filter '(.+?)' failed/,
    (name) => `the content filter "${name}" failed`,
  ],
  [/No space left on device/, () => "the disk is full"],
  [
    /Read-only file system|insufficient permission for adding an object|unable to create temporary file: Permission denied|cannot lock ref .*(?:Permission denied)/,
    () => "the repository cannot be written to",
  ],
  [
    /(?:open\("(.+?)"\)|unable to (?:open|read) '?(.+?)'?): Permission denied/,
    (path) => `"${path}" cannot be read`,
  ],
  [/(?:index file|bad index|index uses)/, () => "git cannot read the repository's index"],
  [
    /unable to read (?:tree|sha1)|bad object|object file .* is empty|missing (?:blob|tree)/,
    () => "objects of the repository are missing or damaged",
  ],
];

/** The reason for a result that is not a success. */
export function explain(result: GitResult): string {
  if (result.ended === "stopped") return "git took too long";
  if (result.ended === "no-git") return "git could not be started in this folder";
  for (const [pattern, words] of known) {
    const found = pattern.exec(result.stderr);
    if (found) return words(found.slice(1).find((part) => part !== undefined) ?? "");
  }
  const lines = result.stderr.trim().split("\n");
  const last = lines.findLast((line) => !/^(hint|warning):/.test(line))?.replace(/^(fatal|error): /, "");
  return last ? `git said: ${last}` : `git ended with code ${result.code}`;
}
