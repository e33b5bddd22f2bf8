/** Steps in which the scripted model uses one of Claude Code's tools, with the inputs those tools take. */
import { textOf } from "./read.ts";
import { type AnswerStep, type Step, together } from "./steps.ts";

/** Uses any tool. */
export function tool(name: string, input: Readonly<Record<string, unknown>>): AnswerStep {
  return { kind: "answer", blocks: [{ type: "tool_use", name, input }] };
}

/** Runs a command. `timeout` is in milliseconds; `background` makes it a task that outlives the turn. */
export function bash(
  command: string,
  options: { description?: string; timeout?: number; background?: boolean } = {},
): AnswerStep {
  const { description = "Run a command", timeout, background } = options;
  return tool("Bash", {
    command,
    description,
    ...(timeout === undefined ? {} : { timeout }),
    ...(background === undefined ? {} : { run_in_background: background }),
  });
}

/** Writes a file. Claude Code wants absolute paths, and a file that exists must have been read before. */
export function write(path: string, content: string): AnswerStep {
  return tool("Write", { file_path: path, content });
}

/** Reads a file; needed before `edit`. */
export function read(path: string): AnswerStep {
  return tool("Read", { file_path: path });
}

/** Replaces the one place in a file where `before` stands. */
export function edit(path: string, before: string, after: string): AnswerStep {
  return tool("Edit", { file_path: path, old_string: before, new_string: after });
}

export interface AskedQuestion {
  readonly question: string;
  readonly header: string;
  readonly options: readonly { readonly label: string; readonly description: string }[];
  readonly multiSelect?: boolean;
}

/** Opens the question dialog. */
export function ask(questions: readonly AskedQuestion[]): AnswerStep {
  return tool("AskUserQuestion", { questions: questions.map((one) => ({ multiSelect: false, ...one })) });
}

/**
 * Presents a plan; works in plan mode only. Claude Code takes the plan from a file that its request names and
 * drops `plan` from the input: so the file is written and the plan presented in one answer.
 */
export function plan(text: string): Step {
  return ({ body }) => {
    const file = planFile(body.messages.map((message) => textOf(message.content)).join("\n"));
    const present = tool("ExitPlanMode", { plan: text });
    return file === undefined ? present : together(write(file, text), present);
  };
}

function planFile(conversation: string): string | undefined {
  return /(\/[^\n"]*\/plans\/[\w-]+\.md)/.exec(conversation)?.[1];
}
