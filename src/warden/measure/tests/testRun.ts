/** Finds the test runs in a command line, and what the line's exit code can say about each. */
import { type SimpleCommand, splitShell } from "./shell.ts";
import { testCommand } from "./testCommand.ts";

export interface TestRun {
  command: string;
  /** Exit code 0 of the line means that this run passed. */
  zeroMeansPass: boolean;
  /** Another exit code means that this run failed. */
  otherMeansFail: boolean;
  /** What the run printed is in the output. */
  shown: boolean;
  /** A filter may have dropped lines of it. */
  filtered: boolean;
}

/** Commands whose failure does not happen or is plain from their own words. */
const harmless = /^(cd|export|source|\.|set|pushd|popd|true|:|echo|printf|unset|nvm|clear|mkdir|rm|ulimit)$/;
const lineFilter = /^(grep|egrep|rg|ag|awk|sed|head|cut|sort|uniq|wc|jq|tee-filter)$/;

/** Commands in commands deeper than this are not looked at. */
const maxDepth = 4;

/** Pure. In the order they stand in the line. */
export function testRuns(line: string, depth = 0): TestRun[] {
  if (depth > maxDepth) return [];
  const commands = splitShell(line);
  const pipefail = /\bpipefail\b/.test(line);
  return commands.flatMap((command, at): TestRun[] => {
    const inner = command.inner.flatMap((text) => testRuns(text, depth + 1).map(masked));
    const script = nested(command.words);
    if (script !== undefined)
      return [...inner, ...testRuns(script, depth + 1).map((run) => within(run, commands, at, pipefail))];
    const found = testCommand(command.words);
    if (found === undefined) return inner;
    const run: TestRun = {
      command: found,
      zeroMeansPass: true,
      otherMeansFail: true,
      shown: isShown(commands, at),
      filtered: false,
    };
    return [...inner, within(run, commands, at, pipefail)];
  });
}

/** The text given to `sh -c`. */
function nested(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => /^(?:\S*\/)?(?:ba|z|da)?sh$/.test(word));
  if (at === -1 || at > 4 || !/^-\w*c$/.test(words[at + 1] ?? "")) return undefined;
  return words[at + 2];
}

function masked(run: TestRun): TestRun {
  return { ...run, zeroMeansPass: false, otherMeansFail: false };
}

function within(run: TestRun, commands: readonly SimpleCommand[], at: number, pipefail: boolean): TestRun {
  let { zeroMeansPass, otherMeansFail, filtered } = run;
  const strict = commands
    .slice(0, at)
    .some(({ words }) => words[0] === "set" && /^-\w*e/.test(words[1] ?? ""));
  const none = (): void => {
    zeroMeansPass = false;
    otherMeansFail = false;
  };
  if (/^(if|while|until|elif|!|for|then|else|do)$/.test(commands[at]?.words[0] ?? "")) none();
  let ownPipe = true;
  for (const [index, { joint }] of commands.entries()) {
    if (index < at) {
      if (joint === "||") none();
      if (joint === "&&" || strict) otherMeansFail &&= harmless.test(commands[index]?.words[0] ?? "");
      continue;
    }
    const next = commands[index + 1]?.words ?? [];
    if (joint === "|" && ownPipe) {
      if (!pipefail) none();
      filtered ||= lineFilter.test(next[0] ?? "");
      continue;
    }
    ownPipe = false;
    if (joint === "&" || (joint === ";" && !strict && !passesCodeOn(next))) none();
    else if (joint === "&&" || joint === ";")
      otherMeansFail &&= harmless.test(next[0] ?? "") || passesCodeOn(next);
    else if (joint === "||") zeroMeansPass &&= isFailure(next);
  }
  return { ...run, zeroMeansPass, otherMeansFail, filtered };
}

function passesCodeOn(words: readonly string[]): boolean {
  return words[0] === "exit" && /^\$\??$/.test(words[1] ?? "$");
}

function isFailure(words: readonly string[]): boolean {
  return (
    words[0] === "false" || (/^(exit|return)$/.test(words[0] ?? "") && /^[1-9]\d*$/.test(words[1] ?? ""))
  );
}

/** Output that went to a file is there again when a later command names that file. */
function isShown(commands: readonly SimpleCommand[], at: number): boolean {
  const file = commands[at]?.redirectedTo;
  if (file === undefined) return true;
  if (file === "/dev/null") return false;
  return commands.slice(at + 1).some(({ words }) => words.includes(file));
}
