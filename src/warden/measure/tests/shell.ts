/**
 * Splits a shell command line into its simple commands, with what joins them. Not a shell: enough of one to
 * tell which command's exit code the line returns. Where it is in doubt it errs towards "masked".
 */
export type Joint = "&&" | "||" | ";" | "|" | "&";

export interface SimpleCommand {
  /** Words without quotes and redirections. */
  words: string[];
  /** What stands between this command and the next; undefined for the last. */
  joint?: Joint;
  /** Where standard output goes, when not to the caller. */
  redirectedTo?: string;
  /** Commands inside `$(...)` and backticks: their exit code is not the line's. */
  inner: string[];
}

interface Reader {
  text: string;
  at: number;
}

/** Pure. Grouping marks are dropped: what follows a group follows its last command too. */
export function splitShell(text: string): SimpleCommand[] {
  const reader: Reader = { text: withoutHeredocs(text).replace(/\\\n/g, " "), at: 0 };
  const commands: SimpleCommand[] = [];
  let command: SimpleCommand = { words: [], inner: [] };
  const close = (joint: Joint): void => {
    if (command.words.length > 0 || command.inner.length > 0) commands.push({ ...command, joint });
    else if (joint !== ";") weaken(commands, joint);
    command = { words: [], inner: [] };
  };
  while (reader.at < reader.text.length) {
    const joint = readJoint(reader);
    if (joint) {
      close(joint);
      continue;
    }
    const char = reader.text[reader.at] ?? "";
    const redirection = /^(?:&>>?|\d*(?:>>|>\||>|<))(?:&[\d-]|)\s*/.exec(reader.text.slice(reader.at))?.[0];
    if (/[\s(){}]/.test(char) && !(char === "{" && /^\{\S/.test(reader.text.slice(reader.at)))) reader.at++;
    else if (char === "#") reader.at = lineEnd(reader);
    else if (redirection) redirect(reader, redirection, command);
    else command.words.push(readWord(reader, command));
  }
  close(";");
  const last = commands.at(-1);
  if (last?.joint === ";") delete last.joint;
  return commands;
}

/** A joint after a group's end belongs to the command before it. */
function weaken(commands: SimpleCommand[], joint: Joint): void {
  const last = commands.at(-1);
  if (last) last.joint = joint;
}

function readJoint(reader: Reader): Joint | undefined {
  const found = /^(?:&&|\|\||\|&|;;|;|\n|\||&(?!>))/.exec(reader.text.slice(reader.at, reader.at + 3))?.[0];
  if (found === undefined) return undefined;
  reader.at += found.length;
  if (found === "&&" || found === "||" || found === "&") return found;
  return found.startsWith("|") ? "|" : ";";
}

function redirect(reader: Reader, mark: string, command: SimpleCommand): void {
  reader.at += mark.length;
  if (/&[\d-]\s*$/.test(mark)) return;
  const target = readWord(reader, command);
  if (/^(?:1?>|&>)/.test(mark)) command.redirectedTo = target;
}

function readWord(reader: Reader, command: SimpleCommand): string {
  let word = "";
  while (reader.at < reader.text.length) {
    const rest = reader.text.slice(reader.at);
    const quoted = /^'[^']*'|^"(?:[^"\\]|\\[\s\S])*"/.exec(rest)?.[0];
    const inner = /^\$\(\(|^\$\(|^`/.exec(rest)?.[0];
    if (quoted) {
      word += quoted.slice(1, -1).replace(/\\(["\\$`])/g, "$1");
      reader.at += quoted.length;
      if (quoted.startsWith('"')) command.inner.push(...substitutions(quoted));
    } else if (inner) {
      const body = inner === "`" ? (rest.slice(1).split("`")[0] ?? "") : untilParen(rest.slice(2));
      command.inner.push(body);
      reader.at += inner === "`" ? body.length + 2 : body.length + 3;
      word += "$()";
    } else if (/^[\s;|&<>()]/.test(rest)) {
      break;
    } else {
      if (rest.startsWith("\\")) reader.at++;
      word += reader.text[reader.at] ?? "";
      reader.at++;
    }
  }
  return word;
}

function substitutions(quoted: string): string[] {
  const found: string[] = [];
  for (let at = quoted.indexOf("$("); at !== -1; at = quoted.indexOf("$(", at)) {
    const body = untilParen(quoted.slice(at + 2));
    found.push(body);
    at += body.length + 2;
  }
  return found;
}

function untilParen(text: string): string {
  let depth = 1;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") depth++;
    if (text[at] === ")" && --depth === 0) return text.slice(0, at);
  }
  return text;
}

function lineEnd({ text, at }: Reader): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

function withoutHeredocs(text: string): string {
  return text.replace(/<<-?\s*(["']?)(\w+)\1([^\n]*)\n[\s\S]*?\n\s*\2(?=\n|$)/g, "$3");
}
